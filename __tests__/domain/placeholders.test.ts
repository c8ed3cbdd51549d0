// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are the templates that are tested.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type Filling,
  type Place,
  placeholderProblem,
  render,
  type Subject,
  secretsOf,
} from '../../src/domain/gate/placeholders.ts';
import { gatePolicyOf } from '../../src/domain/gate/resolve.ts';

const SUBJECT: Subject = {
  component: { prefix: 'components', type: 'prompts', name: 'mail/extraction' },
  environment: 'production',
  version: 'v1.1.0+build.7',
  previous: 'v1.0.0',
  since: 1_800_000_000_999,
  elapsed: 94_001,
};

function filling(subject: Partial<Subject> = {}, environment: Record<string, string> = {}): Filling {
  return { metric: 'error-rate', subject: { ...SUBJECT, ...subject }, lookup: (name) => environment[name] };
}

function named(name: string): Filling {
  return filling({ component: { prefix: 'components', type: 'prompts', name } });
}

function sent(template: string, place: Place, values: Filling = filling()): string {
  return render(template, place, values).send;
}

/** A string of PromQL as Prometheus reads it. */
function unquote(literal: string): string {
  const quote = literal[0] ?? '';
  const inner = literal.slice(1, -1);
  if (literal.at(-1) !== quote || literal.length < 2) throw new Error(`Not a string: ${literal}`);
  if (quote === '`') return inner;
  return inner.replace(/\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|U([0-9a-f]{8})|(.?))|["'\n]/gs, (whole, x, u, U, other) => {
    const hex: string | undefined = x ?? u ?? U;
    if (hex === undefined && (other !== undefined || whole === quote || whole === '\n')) {
      throw new Error(`Not valid in a string: ${whole}`);
    }
    return hex === undefined ? whole : String.fromCodePoint(Number.parseInt(hex, 16));
  });
}

/** A string of SQL as ClickHouse reads it, from its opening quote; what follows it comes second. */
function unquoteSql(text: string): [string, string] {
  let value = '';
  for (let at = 1; at < text.length; at++) {
    if (text[at] === '\\') value += text[++at] ?? '';
    else if (text[at] !== "'") value += text[at];
    else if (text[at + 1] === "'") value += text[++at];
    else return [value, text.slice(at + 1)];
  }
  throw new Error(`The string does not end: ${text}`);
}

/** What a tag may be called, and more: everything that means something to one of the languages. */
const names = fc.string({
  unit: fc.oneof(
    fc.constantFrom('"', "'", '`', '\\', '{', '}', '$', ';', '#', '--', '/*', '\n', '%', '&', '+', '.', '(', '|', ']'),
    fc.constantFrom('{version}', '${TOKEN}', '{elapsed}', 'é', '💥', '\u2028', '\u0000'),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 3 }),
  ),
  minLength: 1,
  maxLength: 12,
});

describe('each placeholder', () => {
  test.each([
    ['{component}', 'prompts/mail/extraction'],
    ['{type}', 'prompts'],
    ['{name}', 'mail/extraction'],
    ['{environment}', 'production'],
    ['{version}', 'v1.1.0+build.7'],
    ['{previous}', 'v1.0.0'],
    ['{elapsed}', '95s'],
    ['{seconds}', '95'],
    ['{since}', '1800000000'],
    ['{now}', '1800000095'],
  ])('%s is %s', (template, value) => {
    expect(render(template, 'header', filling())).toEqual({ send: value, show: value });
  });

  test('is a whole second at least, also right after the deploy or before it by a clock that is behind', () => {
    expect(sent('{seconds} {elapsed}', 'header', filling({ elapsed: 0 }))).toBe('1 1s');
    expect(sent('{seconds}', 'header', filling({ elapsed: -5000 }))).toBe('1');
  });

  test('is a plain number of seconds in SQL', () => {
    expect(sent("INTERVAL '{elapsed}' SECOND", 'sql')).toBe("INTERVAL '95' SECOND");
  });

  test('is empty where there was no version before', () => {
    expect(sent('[{previous}]', 'json', filling({ previous: undefined }))).toBe('[]');
  });

  test('is left alone where it is none, or not alone in its braces', () => {
    const template = '{"a":{"b":1},"c":"{nope}","d":"{ name }","e":"{Name}"}';
    expect(sent(template, 'json')).toBe(template);
    const promql = 'up{code="500"}';
    expect(sent(promql, 'promql')).toBe(promql);
  });
});

describe('an unknown placeholder', () => {
  test('is told, with the nearest known one', () => {
    expect(placeholderProblem('x{componet}')).toMatch(/`\{componet\}` is unknown; did you mean `\{component\}`/);
  });

  test('is not seen in the braces of PromQL or in a variable', () => {
    expect(placeholderProblem('up{code="500",c="{component}"} ${TOKEN}')).toBeUndefined();
  });
});

describe('whatever a component is called', () => {
  test('a URL leads to the same place and holds that name', () => {
    fc.assert(
      fc.property(names, (name) => {
        fc.pre(!/^\.{1,2}$/.test(name));
        const url = new URL(sent('https://m.example.com/p/{name}?c={name}&v=1#x', 'url', named(name)));
        expect([url.host, url.hash, [...url.searchParams.keys()]]).toEqual(['m.example.com', '#x', ['c', 'v']]);
        expect(url.searchParams.get('c')).toBe(name.toWellFormed());
        expect(decodeURIComponent(url.pathname.split('/')[2] ?? '')).toBe(name.toWellFormed());
      }),
    );
  });

  test('JSON holds that name', () => {
    fc.assert(
      fc.property(names, (name) => {
        expect(JSON.parse(sent('{"c":"{name}","v":"{version}"}', 'json', named(name)))).toEqual({
          c: name.toWellFormed(),
          v: SUBJECT.version,
        });
      }),
    );
  });

  test('a form holds that name', () => {
    fc.assert(
      fc.property(names, (name) => {
        const form = new URLSearchParams(sent('c={name}&v=1', 'form', named(name)));
        expect([...form]).toEqual([
          ['c', name.toWellFormed()],
          ['v', '1'],
        ]);
      }),
    );
  });

  test.each(['"', "'"])('a string of PromQL in %s holds that name', (quote) => {
    fc.assert(
      fc.property(names, (name) => {
        const rendered = sent(`up{c=${quote}{name}${quote}}`, 'promql', named(name));
        expect(unquote(rendered.slice('up{c='.length, -1))).toBe(name.toWellFormed());
      }),
    );
  });

  test('a regular expression of PromQL matches that name and nothing else', () => {
    fc.assert(
      fc.property(names, names, (name, other) => {
        const rendered = sent('up{c=~"{name}"}', 'promql', named(name));
        const pattern = new RegExp(`^(?:${unquote(rendered.slice('up{c=~'.length, -1))})$`, 'su');
        expect(pattern.test(name.toWellFormed())).toBe(true);
        expect(pattern.test(other.toWellFormed())).toBe(name.toWellFormed() === other.toWellFormed());
      }),
    );
  });

  test('a string of SQL holds that name and ends where it did', () => {
    fc.assert(
      fc.property(names, (name) => {
        const rendered = sent("SELECT 1 FROM t WHERE blob1 = '{name}' AND x = 'y'", 'sql', named(name));
        const [value, rest] = unquoteSql(rendered.slice('SELECT 1 FROM t WHERE blob1 = '.length));
        expect([value, rest]).toEqual([name, " AND x = 'y'"]);
      }),
    );
  });

  test('a string of SQL does not end early where a backslash means nothing either', () => {
    fc.assert(
      fc.property(names, (name) => {
        const inner = sent("'{name}'", 'sql', named(name)).slice(1, -1);
        expect(inner.replaceAll("''", '')).not.toContain("'");
      }),
    );
  });

  test('what is outside of a string is written as it is, or refused', () => {
    fc.assert(
      fc.property(names, fc.constantFrom<Place>('promql', 'sql', 'jsonpath'), (name, place) => {
        let rendered: string | undefined;
        try {
          rendered = sent('a_{name}', place, named(name));
        } catch (error) {
          expect(error).toMatchObject({ code: 'metric-unusable' });
        }
        expect(rendered ?? `a_${name}`).toBe(`a_${name}`);
        expect(rendered === undefined).toBe(!/^[\w.:]*$/.test(name) || (place !== 'promql' && !/^\w*$/.test(name)));
      }),
    );
  });

  test('nothing that a value brings is filled in again', () => {
    const values = {
      ...filling(
        { component: { prefix: 'components', type: 'prompts', name: '{version}${TOKEN}' } },
        { TOKEN: 'geheim' },
      ),
    };
    expect(sent('{"c":"{name}"}', 'json', values)).toBe('{"c":"{version}${TOKEN}"}');
  });
});

describe('where a placeholder stands is seen', () => {
  test.each([
    ['in a raw string', 'up{c=`{name}`}', 'a"b\'', 'up{c=`a"b\'`}'],
    ['in a raw regular expression', 'up{v=~`{name}`}', 'v1.0+b', 'up{v=~`v1\\.0\\+b`}'],
    ['after a string with an escaped quote', 'up{a="\\"",c="{name}"}', '"', 'up{a="\\"",c="\\x22"}'],
    ['after a comment with a quote', '# it\'s\nup{c="{name}"}', "'", '# it\'s\nup{c="\\x27"}'],
    ['after a string with a sign of a comment', 'up{a="#",c="{name}"}', '💥é', 'up{a="#",c="\\U0001f4a5\\u00e9"}'],
    ['in a filter of LogQL', '{app="a"} |~ "{name}"', 'v1.0', '{app="a"} |~ "v1\\x5c.0"'],
    ['after a negative regular expression', "up{v!~ '{name}'}", 'v1.0', "up{v!~ 'v1\\x5c.0'}"],
  ])('PromQL: %s', (_, template, name, rendered) => {
    expect(sent(template, 'promql', named(name))).toBe(rendered);
  });

  test.each([
    ['in a raw string, a backquote', 'up{c=`{name}`}', 'promql', 'a`b'],
    ['in a comment of PromQL, a line break', '# {name}\nup', 'promql', 'a\nb'],
    ['in a quoted column of SQL', 'SELECT "{name}" FROM t', 'sql', 'a"b'],
    ['in a comment of SQL', "-- '{name}'\nSELECT 1", 'sql', "a'b"],
    ['in a long comment of SQL', "/* ' {name} */ SELECT 1", 'sql', '*/'],
    ['in a URL, what leads to another path', 'https://m.example.com/a/{name}', 'url', '..'],
    ['in a header', '{name}', 'header', 'a\r\nb'],
    ['in a header, what is not ASCII', '{name}', 'header', 'é'],
    ['in a body of no known kind', 'x={name}', 'text', "a'b"],
  ] as const)('%s is refused', (_, template, place, name) => {
    expect(() => sent(template, place, named(name))).toThrow(
      expect.objectContaining({ code: 'metric-unusable', what: expect.stringMatching(/`error-rate` has `\{name\}`/) }),
    );
  });

  test('in a JSON path', () => {
    expect(sent('$["{name}"].p95', 'jsonpath', named('a"b'))).toBe('$["a\\u0022b"].p95');
  });
});

describe('a variable of the environment', () => {
  const environment = { BASE: 'https://m.example.com/base', TOKEN: 'a b"c/d' };
  const values = filling({}, environment);

  test('begins a URL as it is, and is encoded elsewhere in it', () => {
    expect(render('${BASE}/x?t=${TOKEN}', 'url', values)).toEqual({
      send: 'https://m.example.com/base/x?t=a%20b%22c%2Fd',
      show: '${BASE}/x?t=${TOKEN}',
    });
  });

  test('is escaped in JSON, and as it is in a header', () => {
    expect(sent('{"t":"${TOKEN}"}', 'json', values)).toBe('{"t":"a b\\"c/d"}');
    expect(render('Bearer ${TOKEN}', 'header', values)).toEqual({
      send: 'Bearer a b"c/d',
      show: 'Bearer ${TOKEN}',
    });
  });

  test('is not seen where the name is no name of a variable', () => {
    expect(sent('${token} $TOKEN $', 'json', values)).toBe('${token} $TOKEN $');
  });

  test.each([{}, { TOKEN: '' }])('that is not there is an error with its name', (given) => {
    expect(() => sent('${TOKEN}', 'header', filling({}, given))).toThrow(
      expect.objectContaining({ code: 'input-missing', what: expect.stringMatching(/`error-rate`.*`TOKEN`/) }),
    );
  });

  test.each([
    'GITHUB_TOKEN',
    'ACTIONS_RUNTIME_TOKEN',
    'ACTIONS_ID_TOKEN_REQUEST_TOKEN',
    'INPUT_X',
    'CLOUDFLARE_API_TOKEN',
  ])('%s is for no metric server', (name) => {
    expect(() => sent(`\${${name}}`, 'header', filling({}, { [name]: 'geheim' }))).toThrow(
      expect.objectContaining({ code: 'metric-unusable', message: expect.not.stringContaining('geheim') }),
    );
  });

  test('with a line break is refused in a header, and the error does not hold it', () => {
    expect(() => sent('${TOKEN}', 'header', filling({}, { TOKEN: 'geheim\nX-A: b' }))).toThrow(
      expect.objectContaining({ code: 'metric-unusable', message: expect.not.stringContaining('geheim') }),
    );
  });

  test('is a secret in every spelling that is sent', () => {
    const policy = gatePolicyOf({
      metrics: [
        {
          name: 'a',
          provider: 'http',
          url: '${BASE}/x?t=${TOKEN}&u=${ABSENT}',
          headers: { authorization: '${TOKEN}' },
          body: '${BODY}',
          max: 1,
        },
      ],
    });
    const lookup = (name: string) => ({ ...environment, BODY: 'x"yz' })[name];
    const secrets = (policy?.metrics ?? []).flatMap((metric) => [...secretsOf(metric, lookup).keys()]);
    expect(new Set(secrets)).toEqual(
      new Set([
        'https://m.example.com/base',
        'https%3A%2F%2Fm.example.com%2Fbase',
        'a b"c/d',
        'a%20b%22c%2Fd',
        'a b\\"c/d',
        'x"yz',
        'x%22yz',
        'x\\"yz',
      ]),
    );
  });
});
