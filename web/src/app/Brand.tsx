import { Link } from 'react-router';
import { useWords } from '~/words/Words';
import s from './Brand.module.css';

export function Brand() {
  const { app } = useWords();
  return (
    <Link to="/" className={s.brand}>
      <img src="/favicon.ico" alt="" width={22} height={22} />
      {app.name}
    </Link>
  );
}
