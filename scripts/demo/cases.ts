import type { Complaint, Correction } from './complaints.ts';

const INFRASTRUCTURE = 'Infrastructure, Utilities & Natural Resources';
const MUNICIPAL = 'Municipal Governance & Community Services';

/** A complaint as a web form left it, which an officer corrected. */
export const MESSY = {
  complaint: {
    id: 9001,
    message:
      '<p>Power goes off 9 times a day   in ward 7, Butwal.</p>\n<p>छिटो समाधान गरिपाऊँ । https://example.org/photo/61</p>',
    department: MUNICIPAL,
    urgency: 'NORMAL',
  },
  correction: {
    complaintId: 9001,
    predictedDepartment: MUNICIPAL,
    correctDepartment: INFRASTRUCTURE,
    predictedUrgency: 'NORMAL',
    correctUrgency: 'URGENT',
  },
} as const satisfies { complaint: Complaint; correction: Correction };

/** A complaint that two officers corrected, each in another way. */
export const DISPUTED = {
  complaint: {
    id: 9002,
    message: 'The bridge to ward 3 of Dharan shakes when buses cross it.',
    department: INFRASTRUCTURE,
    urgency: 'NORMAL',
  },
  first: {
    complaintId: 9002,
    predictedDepartment: INFRASTRUCTURE,
    correctDepartment: INFRASTRUCTURE,
    predictedUrgency: 'NORMAL',
    correctUrgency: 'URGENT',
  },
  second: {
    complaintId: 9002,
    predictedDepartment: INFRASTRUCTURE,
    correctDepartment: INFRASTRUCTURE,
    predictedUrgency: 'NORMAL',
    correctUrgency: 'HIGHLY URGENT',
  },
} as const satisfies { complaint: Complaint; first: Correction; second: Correction };

/** A mistake in the database that loses most corrections of one kind, and how it is undone. */
export const LOSS = {
  before: 'CREATE TABLE kept AS SELECT id, correct_urgency FROM misclassified_complaints',
  itself: 'UPDATE misclassified_complaints SET correct_urgency = NULL WHERE id % 10 <> 0',
  undo: `UPDATE misclassified_complaints SET correct_urgency = kept.correct_urgency
    FROM kept WHERE kept.id = misclassified_complaints.id`,
  after: 'DROP TABLE kept',
} as const;
