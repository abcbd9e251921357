/** Why the server would not, by its code. What it says itself is English, and says more. */
export const refusals = {
  say: (_code: string, detail: string) => detail,
  unknown: (detail: string) => detail,
};
