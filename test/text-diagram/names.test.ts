/** What a diagram gives up where columns are few, and in which order: names go late, texts last. */
import { describe, expect, test } from 'vitest';
import { fitScript } from '../../src/text-diagram/fit/fit.js';
import type { AsciiOptions } from '../../src/text-diagram/options.js';
import { asciiView } from '../../src/text-diagram/text-diagram.js';
import type { ScriptStep } from '../../src/model/script.js';
import { fullStyle, message, note, participant, script } from './scripts.js';

const payment = [
  participant('U', 'Shopper'),
  participant('SH', 'Web shop'),
  participant('W', 'Pay widget'),
  participant('BE', 'Shop server'),
  participant('P', 'Payline'),
  participant('BK', 'Bank'),
];
const paymentSteps = [
  message('U -> SH', '1. Choose a card'),
  message('SH -> BE', '2. POST /start_payment'),
  message('BE -> P', '3. POST /payment/session/create'),
  message('SH -> W', '4. Payline.start({ session }).show()'),
  message('W -> BK', '5. Card number'),
  message('W --> SH', '6. onApproved(session_token)'),
  message('BE -> P', '7. POST /payment/session/settle'),
  message('P --> BE', '8. 200 receipt, payment_id'),
];

/** Names as their heads show them, and what is below the diagram. */
function headsOf(
  participants: readonly ReturnType<typeof participant>[],
  steps: readonly ScriptStep[],
  width: number,
  options: AsciiOptions = fullStyle,
) {
  const { fitted, columns } = fitScript(script(participants, steps), { ...options, width });
  return {
    heads: fitted.participants.map(({ lines }) => lines.join('/')),
    below: fitted.below.flatMap(({ lines }) => lines),
    width: columns.width,
  };
}

test('six names are whole at 80 columns: their messages take another row', () => {
  expect(headsOf(payment, paymentSteps, 80)).toEqual({
    heads: ['Shopper', 'Web shop', 'Pay/widget', 'Shop/server', 'Payline', 'Bank'],
    below: [],
    width: 80,
  });
});

test('eight participants fit into 100 columns with their names', () => {
  const labels = ['Browser', 'Edge proxy', 'Request firewall', 'Authorization server', 'Session cache', 'User list'];
  const parties = [...labels, 'Token service', 'Policy engine'].map((label, index) => participant(`P${index}`, label));
  const steps = parties.slice(1).map(({ id }, index) => message(`P${index} -> ${id}`, `${index + 1}. short text`));
  const { heads, below, width } = headsOf(parties, steps, 100);
  expect(width).toBeLessThanOrEqual(100);
  expect(below).toEqual([]);
  expect(heads.join(' ')).toContain('Authorization/server');
});

test('names break at their humps, and then become initials', () => {
  const parties = [
    'MobileShop',
    'BackendForFrontend',
    'NotificationDispatcher',
    'PushDeliveryService',
    'SystemOfRecord',
  ];
  const steps = [message('MobileShop -> SystemOfRecord', 'Order'), message('SystemOfRecord --> MobileShop', 'Done')];
  const of = (width: number) =>
    headsOf(
      parties.map((id) => participant(id)),
      steps,
      width,
    );
  expect(of(70)).toMatchObject({
    heads: [
      'Mobile/Shop',
      'Backend/For/Frontend',
      'Notification/Dispatcher',
      'Push/Delivery/Service',
      'SystemOf/Record',
    ],
    below: [],
  });
  expect(of(38)).toMatchObject({ below: expect.arrayContaining(['ND: NotificationDispatcher']) as unknown });
});

test('no two heads get the same initials', () => {
  const ids = ['PushNoticeService', 'PlainNewsService', 'PNS'];
  const parties = ids.map((id) => participant(id, `The ${id} of somebody`));
  const { heads } = headsOf(parties, [message('PushNoticeService -> PNS', 'x')], 20);
  expect(new Set(heads).size).toBe(3);
});

test('an id that saves two columns at most replaces no name', () => {
  const parties = ['Anna', 'Bert', 'Carl', 'Dora', 'Emil'].map((label) => participant(label.slice(0, 2), label));
  const { heads, below, width } = headsOf(parties, [message('An -> Em', 'hello')], 20);
  expect(heads).toEqual(['Anna', 'Bert', 'Carl', 'Dora', 'Emil']);
  expect(below).toEqual([]);
  expect(width).toBeGreaterThan(20);
});

test('the name of a shape goes below before a name does, and says nothing twice', () => {
  const parties = [participant('Db', 'Db', { shape: 'database' }), participant('Api'), participant('Log')];
  const { heads, below } = headsOf(parties, [message('Api -> Db', 'Read'), message('Api -> Log', 'Write')], 24);
  expect(heads).toEqual(['Db', 'Api', 'Log']);
  expect(below).toEqual(['Db: «database»']);
});

describe('where the width can not be had', () => {
  const parties = ['User', 'Wallet', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven'].map((id) =>
    participant(id),
  );
  const steps = [
    note('over Wallet', 'kind of_a_credential\nall that is left'),
    message('Seven -> Wallet', '1. Proofs'),
  ];
  const least = asciiView(script(parties, steps), { ...fullStyle, width: 20 }).width;

  test('the diagram is the one of the least width, with its texts', () => {
    const [asked, had] = [20, least].map((width) =>
      asciiView(script(parties, steps), { ...fullStyle, width }).rows.map(({ text }) => text),
    );
    expect(asked).toEqual(had);
    expect(asked?.join('\n')).toContain('1. Proofs');
  });
});

test('a head with one line stands in the middle of three rows', () => {
  const parties = [participant('A', 'One\nTwo\nThree'), participant('B', 'Alone')];
  const rows = asciiView(script(parties, []), fullStyle).rows.map(({ text }) => text);
  expect(rows.slice(0, 5)).toEqual([
    '┌───────┐  ┌───────┐',
    '│  One  │  │       │',
    '│  Two  │  │ Alone │',
    '│ Three │  │       │',
    '└───┬───┘  └───┬───┘',
  ]);
});
