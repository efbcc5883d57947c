/* An exam's domains and skills, ready for lookup. Pure: data in, data out. */

/** {code, title, mock, types, note, domains: [{number, title, weight}], skills: Map(id -> {id, text, pages, domain, task})} */
export function catalog(exam) {
  const skills = new Map();
  for (const domain of exam.domains) {
    for (const task of domain.tasks) {
      for (const skill of task.skills) skills.set(skill.id, { ...skill, domain: domain.number, task });
    }
  }
  return { ...exam, skills };
}

/** The domain that a question counts for: that of its first skill in this exam; null when it tests none. */
export function domainOf(exam, question) {
  const first = question.skills.find((skill) => exam.skills.has(skill));
  return first ? exam.skills.get(first).domain : null;
}

/** The questions that test this exam at all. */
export const inExam = (exam, questions) => questions.filter((question) => domainOf(exam, question) !== null);

/** "MLS-C01/1.2.b" -> "1.2.b" */
export const skillCode = (id) => id.slice(id.indexOf("/") + 1);

/** Exams with something to practice, as catalogs; `questions` is the index. */
export function practicable(exams, questions) {
  return exams.map(catalog).filter((exam) => exam.skills.size && questions.some((question) => domainOf(exam, question) !== null));
}
