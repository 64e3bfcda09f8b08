import { describe, expect, test } from 'vitest';
import { fieldTypes, type QuestionType } from '../../../src/form/field-types.ts';
import {
  type Asked,
  type AskedQuestion,
  defaultSteps,
  fieldList,
  type Question,
  type Step,
} from '../../../src/form/question.ts';

type Given = Parameters<typeof fieldList.read>[0];

/** What is asked for, and what the owner is told. */
function read(given: Given): {
  steps: readonly Step[] | undefined;
  slips: [path: string, expected: string][];
} {
  const slips: [string, string][] = [];
  return { steps: fieldList.read(given, (path, expected) => slips.push([path, expected])), slips };
}
const questions = (given: Given): Question[] =>
  (read(given).steps ?? []).flatMap(({ questions }) => questions);
/** Names in the order they are asked for, `?` behind what may stay empty, `|` between steps. */
const asked = (given: Given): string | undefined =>
  read(given)
    .steps?.map(({ questions }) =>
      questions.map(({ name, required }) => (required ? name : `${name}?`)).join(' '),
    )
    .join(' | ');
const question = (given: Asked): Question | undefined => questions([given])[0];

const staff: Asked = { name: 'staff', label: 'How many are you?' };

describe('a text of names', () => {
  test('asks for them in order, the ones with ? behind them if the person likes', () => {
    expect(asked('name email phone? message?')).toBe('name email phone? message?');
  });

  test('may be laid out in any way', () => {
    expect(asked('\n  name,\n  email,phone?\n')).toBe('name email phone?');
  });

  test('has steps, where | stands between names', () => {
    expect(asked('interests budget | name email phone?')).toBe('interests budget | name email phone?');
    expect(read('name | email').steps!.map(({ label }) => label)).toEqual(['', '']);
  });

  test('has no empty step, however often | is written', () => {
    expect(asked('| name | | email |')).toBe('name | email');
  });

  test('that says nothing is not understood', () => {
    for (const nothing of ['', ' ', ' , ', '|'])
      expect(read(nothing)).toEqual({ steps: undefined, slips: [] });
  });
});

describe('the e-mail address', () => {
  test('is always asked for, at the end where the owner has left it out', () => {
    expect(asked('name phone?')).toBe('name phone? email');
    expect(asked('interests | name')).toBe('interests | name email');
  });

  test('is never optional', () => {
    expect(asked('email? name')).toBe('email name');
    expect(asked([{ name: 'email', optional: true }])).toBe('email');
  });

  test('is asked for with the owner’s words', () => {
    expect(question({ name: 'email', label: 'Where do we write to?', hint: 'At work' })).toEqual({
      name: 'email',
      type: 'email',
      autocomplete: 'email',
      required: true,
      label: 'Where do we write to?',
      hint: 'At work',
    });
  });

  test('cannot be hidden, nor hang on a condition: a lead without one cannot be answered', () => {
    for (const hidden of [
      { name: 'email', type: 'hidden' },
      { name: 'email', showIf: 'budget' },
    ] as const) {
      const { steps, slips } = read([hidden, 'budget']);
      expect({ hidden, slips: slips.length }).toEqual({ hidden, slips: 1 });
      const [email] = steps!.flatMap(({ questions }) => questions).filter(({ name }) => name === 'email');
      expect(email).toMatchObject({ type: 'email', required: true });
      expect(email).not.toHaveProperty('showIf');
    }
  });
});

test('what is named twice is asked for once, where it was named first', () => {
  expect(asked('name email | name? phone email')).toBe('name email | phone');
  expect(asked([staff, { ...staff, label: 'Again?' }, 'email'])).toBe('staff email');
});

test('a list may have texts of several names, questions and steps in it', () => {
  expect(asked(['interests, budget?', staff, '|', 'name email'])).toBe(
    'interests budget? staff | name email',
  );
});

describe('a step', () => {
  test('has the heading that stands before its questions', () => {
    expect(read([{ step: 'Your project' }, 'budget', { step: 'You' }, 'name', 'email']).steps).toMatchObject([
      { label: 'Your project', questions: [{ name: 'budget' }] },
      { label: 'You', questions: [{ name: 'name' }, { name: 'email' }] },
    ]);
  });

  test('is given another heading by the one that follows at once', () => {
    expect(read([{ step: 'A' }, { step: 'B' }, 'email']).steps!.map(({ label }) => label)).toEqual(['B']);
  });

  test('after the last question is none', () => {
    expect(read(['email', { step: 'Nothing more' }]).steps).toHaveLength(1);
  });

  test('holds the e-mail address where the owner has left that out and begun one', () => {
    expect(read(['name', { step: 'And?' }]).steps).toMatchObject([
      { label: '', questions: [{ name: 'name' }] },
      { label: 'And?', questions: [{ name: 'email' }] },
    ]);
  });
});

describe('a part of the profile', () => {
  test.each(Object.entries(fieldTypes))('%s is asked for as the browser knows it', (name, type) => {
    expect(question(name as Asked)).toMatchObject({ type: 'text', ...type, name, required: true });
  });

  test('can be asked for in another way', () => {
    expect(question({ name: 'budget', type: 'radio', optional: true })).toMatchObject({
      name: 'budget',
      type: 'radio',
      required: false,
    });
  });

  test('needs no choices of the owner’s, and may have them', () => {
    expect(question({ name: 'interests', type: 'checkboxes' })).not.toHaveProperty('choices');
    expect(question({ name: 'interests', choices: { roof: 'A roof' } })).toMatchObject({
      type: 'select',
      choices: { roof: 'A roof' },
    });
  });

  test('keeps what the browser knows of it where the owner adds words', () => {
    expect(question({ name: 'phone', hint: 'With the area code' })).toMatchObject({
      ...fieldTypes.phone,
      hint: 'With the area code',
    });
  });
});

describe('a question of the owner’s own', () => {
  test('is one line of text, and has to be answered, where they do not say', () => {
    expect(question(staff)).toEqual({
      name: 'staff',
      label: 'How many are you?',
      type: 'text',
      required: true,
    });
  });

  test.each<QuestionType>(['text', 'email', 'tel', 'url', 'number', 'date', 'textarea', 'range'])(
    'may be of the type %s',
    (type) => {
      expect(question({ name: 'own', label: 'Own?', type })).toMatchObject({
        name: 'own',
        type,
        required: true,
      });
    },
  );

  test.each<QuestionType>(['select', 'radio', 'checkboxes'])('of the type %s needs choices', (type) => {
    const choices = { audit: 'An audit', ads: 'Ads' };
    expect(question({ name: 'service', label: 'Which?', type, choices })).toMatchObject({ type, choices });
    const { slips } = read([{ name: 'service', label: 'Which?', type }, 'email']);
    expect(slips).toEqual([['.service.choices', 'texts']]);
  });

  test('with choices is chosen from a list', () => {
    expect(question({ name: 'service', label: 'Which?', choices: { ads: 'Ads' } })).toMatchObject({
      type: 'select',
    });
  });

  test('that is hidden needs no words, and no answer', () => {
    expect(question({ name: 'list', type: 'hidden', value: '7' })).toEqual({
      name: 'list',
      type: 'hidden',
      value: '7',
      required: false,
    });
  });

  test('has all of its plain parts as texts: that is what attributes are', () => {
    expect(
      question({
        name: 'staff',
        label: 'Staff',
        type: 'number',
        hint: 'Roughly',
        value: '5',
        pattern: '\\d+',
        autocomplete: 'off',
        placeholder: '10',
        min: 1,
        max: 1_000,
        step: 0.5,
        showIf: 'company & budget!=under-1k',
        optional: true,
      }),
    ).toEqual({
      name: 'staff',
      label: 'Staff',
      type: 'number',
      hint: 'Roughly',
      value: '5',
      pattern: '\\d+',
      autocomplete: 'off',
      placeholder: '10',
      min: '1',
      max: '1000',
      step: '0.5',
      showIf: 'company & budget!=under-1k',
      required: false,
    });
  });
});

const oneOfNames = `one of ${Object.keys(fieldTypes).join(', ')}, or a question with a label`;

describe('what is refused is named, with its path and what would do, and the rest is asked', () => {
  test.each<[Given, string, string]>([
    ['name fax email', '.fax', oneOfNames],
    ['name?? email', '.name?', oneOfNames],
    [['na?me', 'email'], '.na?me', oneOfNames],
    [[{ name: 'staff' }, 'email'], '.staff', oneOfNames],
    [[{ name: 'two words', label: 'Two' }, 'email'], '.two words', oneOfNames],
    [[{ name: '5k', label: 'Five' }, 'email'], '.5k', oneOfNames],
    [[{ name: 'consent.x', label: 'Yes' }, 'email'], '.consent.x', oneOfNames],
    [[{ name: 'objection.scoring', label: 'No' }, 'email'], '.objection.scoring', oneOfNames],
    [[{ name: '__proto__', label: 'Own' }, 'email'], '.__proto__', oneOfNames],
    [
      [{ ...(staff as AskedQuestion), required: false } as AskedQuestion, 'email'],
      '.staff.required',
      'one of name, type',
    ],
    [
      [{ ...(staff as AskedQuestion), lable: 'x' } as AskedQuestion, 'email'],
      '.staff.lable',
      'one of name, type',
    ],
    [[{ name: 'a', label: 'A', choices: { b: 1 } } as unknown as Asked, 'email'], '.a.choices', 'texts'],
    [[{ name: 'a', label: 'A', choices: ['b'] } as unknown as Asked, 'email'], '.a.choices', 'texts'],
    [[{ name: 'a', label: 'A', showIf: 'b=' }, 'email'], '.a.showIf', 'a condition such as budget=5k-20k'],
    [[{ name: 'a', label: 'A', showIf: 'b > 5' }, 'email'], '.a.showIf', 'a condition such as budget=5k-20k'],
  ])('%j', (given, path, expected) => {
    const { steps, slips } = read(given);
    expect(slips).toEqual([[path, expect.stringContaining(expected)]]);
    expect(steps!.flatMap(({ questions }) => questions).map(({ name }) => name)).toContain('email');
    expect(fieldList.read(given)).toBeUndefined();
  });

  test('each slip of a list, not the first alone', () => {
    expect(read(['fax', { name: 'staff' }, 'telex']).slips.map(([path]) => path)).toEqual([
      '.fax',
      '.staff',
      '.telex',
    ]);
  });

  test.each([
    [{ label: 'Staff' }],
    [{}],
    [{ name: ['email'], label: 'E-mail' }],
    [{ name: 7, label: 'Seven' }],
  ])('a question without a name that is a text: %j', (nameless) => {
    const { steps, slips } = read([nameless as unknown as Asked, 'email']);
    expect(slips).toHaveLength(1);
    expect(steps!.flatMap(({ questions }) => questions).map(({ name }) => name)).toEqual(['email']);
  });
});

test.each(['toString', 'constructor', 'hasOwnProperty', 'valueOf'])(
  '%s is a name like any other: unknown without a label, and a question of the owner’s with one',
  (name) => {
    expect(read(name).slips).toEqual([[`.${name}`, oneOfNames]]);
    expect(question({ name, label: 'Own?' })).toEqual({ name, label: 'Own?', type: 'text', required: true });
  },
);

test('a key that the page has put on Object.prototype is no part of a question', () => {
  const prototype = Object.prototype as { showIf?: unknown; choices?: unknown };
  prototype.showIf = '!email';
  prototype.choices = { evil: 'Evil' };
  try {
    expect(questions('name email').map((each) => Object.keys(each).sort())).toEqual([
      ['autocomplete', 'name', 'required', 'type'],
      ['autocomplete', 'name', 'required', 'type'],
    ]);
  } finally {
    delete prototype.showIf;
    delete prototype.choices;
  }
});

test('without anybody to tell, a list with a slip in it is none', () => {
  expect(fieldList.read('name fax email')).toBeUndefined();
  expect(fieldList.read('name email')).toBeDefined();
});

test('what is neither a list nor a text of names is none', () => {
  for (const given of [[], {}, [[]], 42] as unknown as Given[]) expect(fieldList.read(given)).toBeUndefined();
});

test('by default a form asks who somebody is and what they need, in one step', () => {
  expect(defaultSteps).toHaveLength(1);
  expect(defaultSteps[0]!.questions.map(({ name, required }) => (required ? name : `${name}?`))).toEqual([
    'name',
    'email',
    'company?',
    'phone?',
    'interests',
    'timeframe',
    'message?',
  ]);
});
