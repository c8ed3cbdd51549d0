import { readFileSync } from 'node:fs';
import { getCACertificates, rootCertificates } from 'node:tls';
import { causesOf, codeOf } from './errors.ts';
import { SettingError, type Variables } from './proxy-settings.ts';

/** Variables that name a file of certificate authorities: Git's, OpenSSL's (and curl's), and Node's. */
const NAMED = ['GIT_SSL_CAINFO', 'SSL_CERT_FILE', 'NODE_EXTRA_CA_CERTS'] as const;

/**
 * Every authority that anything on this machine accepts: Node's own, those of the system, and those that a variable names.
 * Each tool would add some and leave others out; a certificate is to be good for all services or for none.
 * @throws SettingError where Git's own file cannot be read, as Git does
 */
export function authorities(variables: Variables): string[] {
  const named = NAMED.flatMap((name) => {
    const file = variables[name];
    try {
      return file === undefined || file === '' ? [] : [readFileSync(file, 'utf8')];
    } catch (error) {
      if (name !== 'GIT_SSL_CAINFO') {
        return [];
      }
      throw new SettingError(`\`${name}\` names a file that cannot be read (${codeOf(error)})`);
    }
  });
  return [...new Set([...rootCertificates, ...system(), ...named])];
}

/** Node.js before 22.15 does not tell. */
function system(): readonly string[] {
  return typeof getCACertificates === 'function' ? getCACertificates('system') : [];
}

/** Codes of OpenSSL for a certificate that nobody known vouches for. */
const UNKNOWN_AUTHORITY = new Set([
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

/** Whether a connection failed since its certificate is one of an authority that is not known. */
export function isUnknownAuthority(error: unknown): boolean {
  return UNKNOWN_AUTHORITY.has(codeOf(error));
}

/** Whether a connection failed by its certificate, for whatever reason. */
export function isAboutCertificate(error: unknown): boolean {
  return causesOf(error).some((cause) => {
    const code = codeOf(cause);
    return UNKNOWN_AUTHORITY.has(code) || /^CERT_|^ERR_TLS_CERT|^(?:INVALID_CA|HOSTNAME_MISMATCH)$/.test(code);
  });
}
