import { useMutation } from '@tanstack/react-query';
import { tryModel } from './requests';

/** One small call of the model; how it went is a value, unless the server itself said no. */
export function useTry(model: string) {
  return useMutation({ mutationFn: () => tryModel(model) });
}

export type Try = ReturnType<typeof useTry>;
