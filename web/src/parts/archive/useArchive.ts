import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { archiveTask, unarchiveTask } from '~/api/commands';
import { toast } from '~/app/toasts';
import { useWords } from '~/words/Words';
import { inTurns } from './inTurns';

const AT_ONCE = 4;

export interface Archiving {
  readonly archive: (ids: readonly string[]) => void;
  readonly unarchive: (ids: readonly string[]) => void;
  readonly isPending: boolean;
}

/** Puts tasks away, and takes them back; a notice offers to undo it. */
export function useArchive(): Archiving {
  const { tasks: words } = useWords();
  const client = useQueryClient();
  const moving = useMutation({
    mutationFn: ({ ids, away }: { readonly ids: readonly string[]; readonly away: boolean }) =>
      inTurns(ids, AT_ONCE, away ? archiveTask : unarchiveTask),
    onSuccess: ({ done, refused }, { ids, away }) => {
      const [first] = refused;
      if (first instanceof Error) {
        toast({ tone: 'bad', text: words.refusedOf(refused.length, first.message) });
      }
      if (!done) return;
      toast({
        tone: 'good',
        text: away ? words.archived(done) : words.unarchived(done),
        action: { name: words.undo, act: () => moving.mutate({ ids, away: !away }) },
      });
    },
    onSettled: (_, __, { ids }) =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['tasks'] }),
        ...ids.map(id => client.invalidateQueries({ queryKey: ['task', id] })),
      ]),
  });
  // Always the same two: a row is drawn anew when what it is given is another.
  const { mutate, isPending } = moving;
  const archive = useCallback((ids: readonly string[]) => mutate({ ids, away: true }), [mutate]);
  const unarchive = useCallback((ids: readonly string[]) => mutate({ ids, away: false }), [mutate]);
  return { archive, unarchive, isPending };
}
