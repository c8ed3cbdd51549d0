import { describe, expect, test } from '@jest/globals';
import { proxyFor, proxyHeaders, SettingError } from '../../src/adapters/http/proxy-settings.ts';

const PROXY = 'http://proxy.corp.test:3128';

function proxyOf(url: string, variables: Readonly<Record<string, string>>): string | undefined {
  return proxyFor(new URL(url), variables)?.href.replace(/\/$/, '');
}

describe('`no_proxy`, as curl and Git read it', () => {
  test.each<[string, string, boolean]>([
    ['', 'https://ghe.corp.test', false],
    ['*', 'https://ghe.corp.test', true],
    ['*', 'https://[::1]/', true],
    ['other.test, *', 'https://ghe.corp.test', true],
    ['ghe.corp.test', 'https://ghe.corp.test', true],
    ['GHE.Corp.Test', 'https://ghe.corp.test', true],
    ['ghe.corp.test', 'https://GHE.CORP.TEST', true],
    ['corp.test', 'https://ghe.corp.test', true],
    ['.corp.test', 'https://ghe.corp.test', true],
    ['.corp.test', 'https://corp.test', true],
    ['corp.test', 'https://corp.test', true],
    ['corp.test.', 'https://ghe.corp.test', true],
    ['corp.test', 'https://ghe.corp.test./', true],
    ['orp.test', 'https://ghe.corp.test', false],
    ['ghe', 'https://ghe.corp.test', false],
    ['api.ghe.corp.test', 'https://ghe.corp.test', false],
    ['*.corp.test', 'https://ghe.corp.test', false],
    ['a.test,corp.test', 'https://ghe.corp.test', true],
    ['a.test , corp.test', 'https://ghe.corp.test', true],
    ['a.test corp.test', 'https://ghe.corp.test', true],
    [',,', 'https://ghe.corp.test', false],
    ['.', 'https://ghe.corp.test', false],
    ['ghe.corp.test:443', 'https://ghe.corp.test', true],
    ['ghe.corp.test:8443', 'https://ghe.corp.test', false],
    ['ghe.corp.test:8443', 'https://ghe.corp.test:8443', true],
    ['ghe.corp.test:80', 'http://ghe.corp.test', true],
    ['localhost', 'http://localhost:8080', true],
    ['127.0.0.1', 'http://127.0.0.1:8080', true],
    ['127.0.0.1:8080', 'http://127.0.0.1:8080', true],
    ['127.0.0.0/8', 'http://127.9.8.7', true],
    ['10.0.0.0/8', 'http://10.1.2.3', true],
    ['10.0.0.0/8', 'http://11.1.2.3', false],
    ['10.0.0.0/33', 'http://10.1.2.3', false],
    ['10.0.0.0/x', 'http://10.1.2.3', false],
    ['192.168.0.0/16', 'http://192.168.0.0.corp.test', false],
    ['.0.0.1', 'http://127.0.0.1', false],
    ['::1', 'http://[::1]:8080', true],
    ['[::1]', 'http://[::1]:8080', true],
    ['[::1]:8080', 'http://[::1]:8080', true],
    ['fd00::/8', 'http://[fd12::1]', true],
    ['fd00::/8', 'http://[fe80::1]', false],
    ['10.0.0.0/8', 'http://[fd12::1]', false],
  ])('`%s` and %s', (noProxy, url, isDirect) => {
    for (const name of ['no_proxy', 'NO_PROXY']) {
      expect(proxyOf(url, { all_proxy: PROXY, [name]: noProxy })).toBe(isDirect ? undefined : PROXY);
    }
  });
});

describe('the proxy', () => {
  test.each<[string, Readonly<Record<string, string>>, string | undefined]>([
    ['https://a.test', {}, undefined],
    ['https://a.test', { https_proxy: PROXY }, PROXY],
    ['https://a.test', { HTTPS_PROXY: PROXY }, PROXY],
    ['https://a.test', { http_proxy: PROXY }, undefined],
    ['http://a.test', { http_proxy: PROXY }, PROXY],
    ['http://a.test', { HTTP_PROXY: PROXY }, PROXY],
    ['http://a.test', { https_proxy: PROXY }, undefined],
    ['http://a.test', { all_proxy: PROXY }, PROXY],
    ['https://a.test', { ALL_PROXY: PROXY }, PROXY],
    ['https://a.test', { all_proxy: 'http://other', https_proxy: PROXY }, PROXY],
    ['https://a.test', { HTTPS_PROXY: 'http://other', https_proxy: PROXY }, PROXY],
    ['https://a.test', { HTTPS_PROXY: PROXY, https_proxy: '' }, PROXY],
    ['https://a.test', { https_proxy: 'proxy.corp.test:3128' }, PROXY],
    ['https://a.test', { https_proxy: ` ${PROXY} ` }, PROXY],
    ['https://a.test', { https_proxy: 'HTTP://proxy.corp.test:3128' }, PROXY],
    ['https://a.test', { https_proxy: 'https://proxy.corp.test' }, 'https://proxy.corp.test'],
    ['https://a.test', { https_proxy: 'http://[::1]:3128' }, 'http://[::1]:3128'],
  ])('of %s with %j', (url, variables, expected) => {
    expect(proxyOf(url, variables)).toBe(expected);
  });

  test.each([
    ['user:pass', 'user:pass'],
    ['us%40er:p%3Ass%2F', 'us@er:p:ss/'],
    ['user', 'user:'],
    ['100%:x', '100%:x'],
  ])('is told who asks: %s', (given, sent) => {
    const proxy = proxyFor(new URL('https://a.test'), { https_proxy: `http://${given}@proxy.test:1` });
    expect(proxyHeaders(proxy ?? new URL('http://none'))).toEqual({
      'proxy-authorization': `Basic ${Buffer.from(sent).toString('base64')}`,
    });
  });

  test('is told nothing where nobody is named', () => {
    expect(proxyHeaders(new URL(PROXY))).toEqual({});
  });

  test.each([
    ['socks5://user:geheim@proxy.test', /`all_proxy` names a proxy of the kind `socks5:`/],
    ['http://', /`all_proxy` names no proxy/],
    ['http://user:geheim@:x', /`all_proxy` names no proxy/],
  ])('%s cannot be used, which is said without its password', (value, words) => {
    const name = (): unknown => proxyFor(new URL('https://a.test'), { ALL_PROXY: value });
    expect(name).toThrow(SettingError);
    expect(name).toThrow(words);
    expect(name).not.toThrow(/geheim/);
  });
});
