import type { ReactNode } from 'react';
import { Login } from './Login';
import { useConnection } from './useConnection';

interface Props {
  readonly codeSpent: boolean;
  readonly children: ReactNode;
}

/** Who has no session logs in first; the page they wanted stays in the address. */
export function Admission({ codeSpent, children }: Props) {
  return useConnection() === 'locked' ? <Login codeSpent={codeSpent} /> : children;
}
