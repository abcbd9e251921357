import { Refused } from '~/api/refused';
import { useWords } from './Words';

/** Says in the chosen language why something was refused, with the server's own words after it. */
export function useRefusal(): (error: Error) => string {
  const { refusals } = useWords();
  return error =>
    error instanceof Refused
      ? refusals.say(error.code, error.message)
      : refusals.unknown(error.message);
}
