import { Link } from 'react-router';
import { Mark } from '~/parts/Mark';
import { useWords } from '~/words/Words';
import s from './Brand.module.css';

export function Brand() {
  const { app } = useWords();
  return (
    <Link to="/" className={s.brand}>
      <Mark size={22} />
      {app.name}
    </Link>
  );
}
