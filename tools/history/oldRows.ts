/**
 * What people had in their history at each version: rows as the app of that version wrote them, by number of the migration
 * that made room for them. They are written while that version is the newest, and go through all that come later.
 */
const SESSION = '01890000-0000-7000-8000-00000000000';
const SET = '01890000-0000-7000-8000-00000000010';
const REP = '01890000-0000-7000-8000-0000000002';
const OTHER = '01890000-0000-7000-8000-00000000030';
/** 20 November 2023 and the days after. */
const DAY = (n: number): number => 1_700_438_400_000 + n * 86_400_000;

const PLAN = JSON.stringify({
  kind: 'own',
  blocks: [
    {
      ...{ exercise: 'calf-raise-eccentric', part: 'main', sets: 3, sides: ['left', 'right'] },
      ...{ target: { reps: 15 }, restMs: 60_000 },
    },
  ],
});

export const OLD_ROWS: readonly string[] = [
  `INSERT INTO sessions (id, started_at_ms, source) VALUES ('${SESSION}1', ${DAY(0)}, 'camera'), ('${SESSION}2', ${DAY(1)}, 'athlete');
   INSERT INTO session_ends (session_id, ended_at_ms, reason) VALUES ('${SESSION}1', ${DAY(0) + 600_000}, 'finished');
   INSERT INTO sets (id, session_id, started_at_ms, exercise, side, target_reps, person_height_cm) VALUES
     ('${SET}1', '${SESSION}1', ${DAY(0) + 1000}, 'calf-raise-double', 'both', 12, 175.5),
     ('${SET}2', '${SESSION}1', ${DAY(0) + 90_000}, 'calf-raise-single', 'left', 8, NULL);
   INSERT INTO set_ends (set_id, ended_at_ms, reason) VALUES ('${SET}1', ${DAY(0) + 60_000}, 'finished');
   INSERT INTO reps (id, set_id, n, at_ms, side, top_ms) VALUES
     ('${REP}01', '${SET}1', 1, ${DAY(0) + 3000}, 'both', 950.25), ('${REP}02', '${SET}1', 2, ${DAY(0) + 6000}, 'both', 3950),
     ('${REP}03', '${SET}2', 1, ${DAY(0) + 93_000}, 'left', 1200);
   INSERT INTO rep_measures (rep_id, side, start_ms, top_ms, lower_start_ms, end_ms, rise_ratio, height_cm, faults) VALUES
     ('${REP}01', 'both', 100, 950.25, 1400, 3000, 0.05, 6.4, '["shallow"]'), ('${REP}03', 'left', NULL, 1200, NULL, NULL, 0.04, NULL, '[]');
   INSERT INTO attempts (id, set_id, at_ms, top_ms, reason) VALUES ('${OTHER}1', '${SET}1', ${DAY(0) + 9000}, 4400, 'too-shallow');
   INSERT INTO corrections (id, set_id, at_ms, change) VALUES ('${OTHER}2', '${SET}1', ${DAY(0) + 61_000}, -1);`,

  `INSERT INTO sessions (id, started_at_ms, source) VALUES ('${SESSION}3', ${DAY(2)}, 'imported');
   INSERT INTO session_ends (session_id, ended_at_ms, reason) VALUES ('${SESSION}3', ${DAY(2) + 60_000}, 'finished');
   INSERT INTO sets (id, session_id, started_at_ms, exercise, side, target_reps) VALUES ('${SET}3', '${SESSION}3', ${DAY(2)}, 'pogo-line', 'both', 20);
   INSERT INTO reps (id, set_id, n, at_ms, side, top_ms) VALUES ('${REP}04', '${SET}3', 1, ${DAY(2) + 500}, 'both', 480);
   INSERT INTO rep_measures (rep_id, side, top_ms, rise_ratio, takeoff_ms, land_ms, contact_ms, direction, peak_hip_deg, sway_ratio, knee_bend_deg, faults)
     VALUES ('${REP}04', 'both', 480, 0.11, 300, 640, 190.5, 'left', NULL, 0.02, 12, '[]');`,

  `INSERT INTO sessions (id, started_at_ms, source) VALUES ('${SESSION}4', ${DAY(3)}, 'camera');
   INSERT INTO session_plans (id, session_id, at_ms, start_at, plan) VALUES ('${OTHER}3', '${SESSION}4', ${DAY(3)}, 0, '${PLAN}');
   INSERT INTO sets (id, session_id, started_at_ms, exercise, side, target_reps, target_ms, task) VALUES
     ('${SET}4', '${SESSION}4', ${DAY(3)}, 'calf-raise-eccentric', 'left', 15, NULL, 0),
     ('${SET}5', '${SESSION}4', ${DAY(3) + 60_000}, 'single-leg-balance', 'right', 1, 30000, 1);
   INSERT INTO attempts (id, set_id, at_ms, top_ms, reason, held_ms) VALUES ('${OTHER}4', '${SET}5', ${DAY(3) + 70_000}, 17000, 'let-go', 16500.5);
   INSERT INTO check_ins (id, set_id, at_ms, cramp, fatigue, pain) VALUES ('${OTHER}5', '${SET}4', ${DAY(3) + 50_000}, 0, 'some', 3), ('${OTHER}6', '${SET}5', ${DAY(3) + 90_000}, NULL, NULL, 10);
   INSERT INTO feels (id, session_id, at_ms, asked, feel) VALUES ('${OTHER}7', '${SESSION}4', ${DAY(4)}, 'next-day', 'worse');
   INSERT INTO overrides (id, at_ms, exercise, reason) VALUES ('${OTHER}8', ${DAY(4)}, 'pogo-double', 'I’ve hopped “for years” – 100 %.');
   INSERT INTO check_results (id, at_ms, kind, side, value, passed, set_id) VALUES ('${OTHER}9', ${DAY(4)}, 'knee-to-wall', 'left', 9.5, NULL, NULL), ('${OTHER}a', ${DAY(4)}, 'knee-to-wall', 'right', NULL, 1, '${SET}4');`,

  `INSERT INTO break_events (id, at_ms, kind, due_at_ms, from_ms, exercise, n, detail, session_id) VALUES
     ('${OTHER}b', ${DAY(5)}, 'offered', ${DAY(5) - 1000}, NULL, 'calf-raise-double', 1, NULL, NULL),
     ('${OTHER}c', ${DAY(5) + 9000}, 'done', ${DAY(5) - 1000}, NULL, 'calf-raise-double', NULL, 'counted', '${SESSION}4'),
     ('${OTHER}d', ${DAY(5) + 10_000}, 'sat', NULL, ${DAY(5) - 3_000_000}, NULL, NULL, NULL, NULL);
   INSERT INTO break_state (id, snapshot) VALUES (1, '{}');`,

  `INSERT INTO amendments (id, at_ms, target, target_id, field, value) VALUES
     ('${OTHER}e', ${DAY(5) + 20_000}, 'rep', '${REP}02', 'counts', 'false'),
     ('${OTHER}f', ${DAY(5) + 30_000}, 'set', '${SET}2', 'side', '"right"'),
     ('${OTHER}0', ${DAY(5) + 40_000}, 'session', '${SESSION}1', 'note', '"Calves stiff, “really”."');`,
];
