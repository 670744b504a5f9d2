#pragma once

#include "imaging/models/hanging_protocol.h"

namespace simiao::viewer {

/// Why this protocol was applied: "CT of CHEST, with 1 prior, on 2 screens".
/// \param screens  that it uses
QString fitText(const HangingProtocol &protocol, const std::vector<HungStudy> &studies, int screens = 1);

/// "PRIOR 2025-03-02 (8 months before)"; empty where it is not before.
/// \param current  date of the study that it is a prior of, ISO
QString priorText(const QString &studyDate, const QString &current);
/// Nothing later is beside it, but there is something: "STUDY OF 2025-03-02. LATEST: 2026-11-22".
QString laterText(const QString &studyDate, const QString &latest);

} // namespace simiao::viewer
