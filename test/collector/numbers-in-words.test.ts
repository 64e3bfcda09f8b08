import { describe, expect, it, test } from 'vitest';
import { en } from '../../collector/words/en/en.ts';
import { it as italian } from '../../collector/words/it/it.ts';
import { del, il } from '../../collector/words/it/percent.ts';

describe('an Italian share has the article that it is read with', () => {
  test.each(['8%', '8,5%', '80%', '88%', '1%', '1,5%', '11%', '11,2%'])('l’%s', (share) => {
    expect([il(share), del(share)]).toEqual([`l’${share}`, `dell’${share}`]);
  });
  test.each(['0%', '7%', '10%', '12%', '18%', '100%', '110%', '118%'])('il %s', (share) => {
    expect([il(share), del(share)]).toEqual([`il ${share}`, `del ${share}`]);
  });
});

describe('one is one, and not many', () => {
  it('in English', () => {
    const { target, objective } = en;
    expect(target.tooFew(1, 1)).toContain('1 was won and 1 lost');
    expect(target.tooFew(2, 1)).toContain('2 were won and 1 lost');
    expect(target.wonDealsOf('1', '1', 'May', 'May')).toContain(
      '1 person first asked in May, and 1 of them is a customer',
    );
    expect([0, 1, 2].map((days) => target.waited(days))).toEqual([
      'Nine of ten customers were won on the day they asked.',
      'Nine of ten customers were won within 1 day of asking.',
      'Nine of ten customers were won within 2 days of asking.',
    ]);
    expect(objective.plan('1', '€5', 'May')).toContain('1 customer and');
  });

  it('in Italian', () => {
    const { target, objective } = italian;
    expect(target.tooFew(1, 1)).toContain('1 cliente vinto e 1 perso');
    expect(target.missing(1, 0)).toContain('Serve un altro vinto.');
    expect(target.missing(2, 1)).toContain('Servono altri 2 vinti e un altro perso.');
    expect(target.wonDealsOf('1', '1', 'maggio', 'maggio')).toContain(
      '1 persona ha chiesto per la prima volta in maggio, e 1 di loro è cliente',
    );
    expect(target.waited(1)).toContain('entro 1 giorno dalla richiesta');
    expect(target.waited(0)).toContain('il giorno stesso');
    expect(target.hot(1, 1)).toBe('avrebbe chiamato calda 1 persona; 1 è diventata cliente');
    expect(objective.plan('1', '5 €', 'maggio')).toContain('1 cliente e');
  });
});
