import type { AttributeFacts, Platform } from './facts.ts';

/** The queue manager, and for a channel the type, that an attribute is wanted for; what is not known rules nothing out. */
export interface Whereabouts {
  readonly platform: Platform | undefined;
  /** `"9.4"`. */
  readonly version?: string | undefined;
  readonly channelType?: string | undefined;
}

/** Whether the attribute is there on the platform, at the level of MQ, and for the type of channel. */
export const existsAt = (
  { platforms, since, channelTypes }: Pick<AttributeFacts, 'platforms' | 'since' | 'channelTypes'>,
  { platform, version, channelType }: Whereabouts,
): boolean =>
  (!platforms || platform === undefined || existsOn(platform, platforms)) &&
  (since === undefined || version === undefined || compareVersions(version, since) >= 0) &&
  (!channelTypes || !channelType || channelTypes.includes(channelType));

/** Whether one of the platforms is this one, part of it, or has it as a part. */
export const existsOn = (platform: Platform, platforms: readonly Platform[]): boolean =>
  platforms.some((one) => contains(one, platform) || contains(platform, one));

/** Whether the first platform includes the second. */
const contains = (whole: Platform, part: Platform): boolean =>
  whole === part || (parts[whole]?.includes(part) ?? false);

const parts: Partial<Record<Platform, readonly Platform[]>> = {
  multi: ['alw', 'win', 'unix', 'ibmi', 'nsk'],
  alw: ['win', 'unix'],
};

/** Compares as many parts as both versions have: `9.4` and `9.4.3` are equal. */
export const compareVersions = (a: string, b: string): number => {
  const left = a.split('.').map(Number);
  const right = b.split('.').map(Number);
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
};
