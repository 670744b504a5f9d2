#pragma once

#include "imaging/models/hanging_protocol.h"

namespace simiao::viewer {

/// Why this protocol was applied: "CT of CHEST, with 1 prior".
QString fitText(const HangingProtocol &protocol, const std::vector<HungStudy> &studies);

/// "PRIOR 2025-03-02 (8 months before)"; empty for the current study.
/// \param current  date of the current study, ISO
QString priorText(const QString &studyDate, const QString &current);

} // namespace simiao::viewer
