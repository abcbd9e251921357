/** `act`, at once, and then at most this often: whoever asks meanwhile is answered by one more. */
export function gathered(act: () => void, everyMs: number) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = false;
  const now = () => {
    clearTimeout(timer);
    asked = false;
    timer = setTimeout(() => {
      timer = undefined;
      if (asked) now();
    }, everyMs);
    act();
  };
  return {
    now,
    soon: () => {
      if (timer === undefined) now();
      else asked = true;
    },
    stop: () => {
      clearTimeout(timer);
      timer = undefined;
      asked = false;
    },
  };
}
