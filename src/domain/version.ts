import compareBuild from 'semver/functions/compare-build.js';
import parse from 'semver/functions/parse.js';
import prerelease from 'semver/functions/prerelease.js';

/** Whether a tag's last segment is a version: `v` and a semantic version 2.0, pre-release and build metadata included. */
export function isVersion(slot: string): boolean {
  // The library trims white space and takes a second `v`.
  return /^v\d\S*$/.test(slot) && parse(slot) !== null;
}

/**
 * The version that a text which is none was probably meant as: `1.0.0`, `V1.0.0`, `v1` and `v1.0` are all `v1.0.0`.
 * Undefined for what does not look like a version; where it is unclear which, `vX.Y.Z`.
 */
export function meantVersion(text: string): string | undefined {
  const looks = /^(?:v\d+(?:\.|$)|\d+\.\d)/i.test(text);
  if (!looks || isVersion(text)) {
    return undefined;
  }
  const [, core = '', rest = ''] = /^v?(\d+(?:\.\d+){0,2})(.*)$/i.exec(text) ?? [];
  const numbers = [...core.split('.'), '0', '0'].slice(0, 3).map((number) => number.replace(/^0+(?=\d)/, ''));
  const meant = `v${numbers.join('.')}${rest}`;
  return isVersion(meant) ? meant : 'vX.Y.Z';
}

/**
 * Orders two versions by precedence (semver 2.0, section 11). Build metadata has no precedence there; it is compared
 * here all the same, so that "the highest" is one version and not whichever was listed first. The name of a commit
 * without a version is below every version.
 */
export function compareVersions(a: string, b: string): number {
  const [one, other] = [parse(a), parse(b)];
  const order =
    one === null || other === null ? Number(one !== null) - Number(other !== null) : compareBuild(one, other);
  return order || (a < b ? -1 : a > b ? 1 : 0);
}

/** Whether a version has no pre-release part. */
export function isStable(version: string): boolean {
  return isVersion(version) && prerelease(version) === null;
}

/** The version of highest precedence, or undefined of none. */
export function highestVersion(versions: Iterable<string>): string | undefined {
  let highest: string | undefined;
  for (const version of versions) {
    if (highest === undefined || compareVersions(version, highest) > 0) {
      highest = version;
    }
  }
  return highest;
}

/** The name a commit without a version tag gets where the configuration allows it: `sha-` and 12 hex digits. */
export function unversionedName(commit: string): string {
  return `sha-${commit.slice(0, 12)}`;
}
