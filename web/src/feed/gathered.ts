/**
 * `act`, at once, and then not for a while: whoever asks meanwhile is answered by one more.
 *
 * @param pauseMs how long, asked each time
 */
export function gathered(act: () => void, pauseMs: () => number) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = false;
  const now = () => {
    clearTimeout(timer);
    asked = false;
    timer = setTimeout(() => {
      timer = undefined;
      if (asked) now();
    }, pauseMs());
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
