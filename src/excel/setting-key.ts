/** Other add-ins' settings live elsewhere; ours share this beginning so that people can tell what they are. */
export function settingKey(key: string): string {
  return `zjtx.${key}`;
}
