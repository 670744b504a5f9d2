#pragma once

#include "workflow/context.h"

#include <array>

namespace simiao::workflow {

/// Why somebody opens a restricted record without treating the person; a closed list, so that the trail holds no free text.
enum class BreakGlassReason { Emergency, CoveringColleague, SecondOpinion, PatientAsked };

/// What lets a session open a record.
enum class AccessGround {
    Open,       ///< the record is not restricted
    Care,       ///< the session's person or department has a visit of the person
    BrokenGlass ///< a reason was given, and stands in the trail
};

/// Whether the record may be opened, and on what ground. A restricted record without care relation asks for a reason and
/// for `patient.break-glass`; the act `patient.break-glass` with the reason's code is in the audit trail before this
/// returns.
/// \returns Forbidden `record.restricted` when a reason would open it, `access.denied` when not even that
Task<Result<AccessGround>> openRecord(Context context,
                                      administration::Patient patient,
                                      std::optional<BreakGlassReason> reason);

} // namespace simiao::workflow

namespace simiao {

template <>
inline constexpr std::array kCodes<workflow::BreakGlassReason>{"emergency", "covering-colleague",
                                                               "second-opinion", "patient-asked"};

} // namespace simiao
