#pragma once

#include "workflow/consultation/amend_visit.h"
#include "workflow/consultation/open_visit.h"
#include "workflow/two_versions.h"

#include <QLocale>

namespace simiao::workflow {
class TerminologyService;
} // namespace simiao::workflow

namespace simiao::outpatient {

/// A visit that somebody signed while another physician wrote it, as fields: the sections of the note in the order they were
/// signed in, those only one of them has, diagnoses, drugs. Pure.
/// \param drugs  names the drugs of what is not signed; null: by a question mark
/// \param language  of the dosages
std::vector<workflow::TwoVersions> versionsOf(const workflow::VisitDraft &mine,
                                              const workflow::SignedParts &theirs,
                                              const workflow::ReferenceData &reference,
                                              const workflow::TerminologyService *drugs,
                                              const QString &language);

/// The drugs of a draft, one a line. Pure.
QString medicationsText(const workflow::VisitDraft &draft,
                        const workflow::ReferenceData &reference,
                        const workflow::TerminologyService *drugs,
                        const QString &language);

using TakenFields = std::vector<std::pair<workflow::TwoVersions, workflow::Taken>>;

/// What is signed of it: the next version of the note, and what of mine is added. Absent where all stays as it is. Pure.
std::optional<workflow::VisitAmendment> amendmentOf(const workflow::VisitDraft &mine,
                                                    const workflow::VisitRecord &record,
                                                    const workflow::ReferenceData &reference,
                                                    const workflow::TerminologyService *drugs,
                                                    const QString &language,
                                                    const TakenFields &taken);

} // namespace simiao::outpatient
