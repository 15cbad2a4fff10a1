import type { MarkedToken, Token, Tokens } from 'marked';
import type { ReactNode } from 'react';
import { Link } from 'react-aria-components';
import { placeOf } from './chapters.ts';
import { pictureOf } from './pictures.ts';
import type { ChapterId, ManualPlace } from './places.ts';

interface PassageProps {
  readonly tokens: readonly Token[];
  readonly chapter: ChapterId;
  onGo(place: ManualPlace): void;
}

/**
 * Markdown as elements, token by token: no text ever becomes HTML, so there is nothing to sanitise. What the manual does not
 * use – HTML, code blocks, links out of it – is not shown.
 */
export function Passage({ tokens, ...where }: PassageProps): ReactNode {
  return tokens.map((token, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the text of a chapter never changes
    <Piece key={i} token={token as MarkedToken} {...where} />
  ));
}

type PieceProps = Omit<PassageProps, 'tokens'> & { readonly token: MarkedToken };

function Piece({ token, ...where }: PieceProps): ReactNode {
  const within = (tokens: readonly Token[]): ReactNode => <Passage tokens={tokens} {...where} />;
  switch (token.type) {
    case 'paragraph':
      return isPicture(token.tokens) ? within(token.tokens) : <p>{within(token.tokens)}</p>;
    case 'text':
      return token.tokens ? within(token.tokens) : token.text;
    case 'escape':
      return token.text;
    case 'strong':
      return <strong>{within(token.tokens)}</strong>;
    case 'em':
      return <em>{within(token.tokens)}</em>;
    case 'codespan':
      return <code>{token.text}</code>;
    case 'br':
      return <br />;
    case 'blockquote':
      return <blockquote>{within(token.tokens)}</blockquote>;
    case 'link':
      return <PlaceLink token={token} {...where} />;
    case 'image':
      return <Illustration token={token} />;
    case 'list':
      return <List token={token} {...where} />;
    case 'table':
      return <Table token={token} {...where} />;
    default:
      return null;
  }
}

function isPicture([first, ...others]: readonly Token[]): boolean {
  return first?.type === 'image' && others.length === 0;
}

function PlaceLink({ token, chapter, onGo }: Omit<PieceProps, 'token'> & { readonly token: Tokens.Link }): ReactNode {
  const place = placeOf(token.href, chapter);
  const words = <Passage tokens={token.tokens} chapter={chapter} onGo={onGo} />;
  if (!place) return words;
  return (
    <Link className="manual-link" onPress={() => onGo(place)}>
      {words}
    </Link>
  );
}

function Illustration({ token }: { readonly token: Tokens.Image }): ReactNode {
  const picture = pictureOf(token.href);
  if (!picture) return null;
  return (
    <picture>
      <source media="(prefers-color-scheme: dark)" srcSet={picture.dark} />
      <img className="manual-picture" src={picture.light} alt={token.text} />
    </picture>
  );
}

function List({ token, ...where }: Omit<PieceProps, 'token'> & { readonly token: Tokens.List }): ReactNode {
  const items = token.items.map((item) => (
    <li key={item.raw}>
      <Passage tokens={item.tokens} {...where} />
    </li>
  ));
  return token.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
}

function Table({ token, ...where }: Omit<PieceProps, 'token'> & { readonly token: Tokens.Table }): ReactNode {
  const cell = ({ tokens }: Tokens.TableCell): ReactNode => <Passage tokens={tokens} {...where} />;
  return (
    <table>
      <thead>
        <tr>
          {token.header.map((head) => (
            <th key={head.text} scope="col">
              {cell(head)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {token.rows.map(([first, ...others]) => (
          <tr key={first?.text}>
            {first && <th scope="row">{cell(first)}</th>}
            {others.map((other) => (
              <td key={other.text}>{cell(other)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
