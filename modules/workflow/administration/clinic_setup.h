#pragma once

#include "workflow/administration/hospital_details.h"

#include <optional>

namespace simiao::workflow {

/// What a hospital needs before its first patient, in the order in which it is brought in.
enum class SetupStep { Hospital, Departments, Staff, Drugs, Prices, Stock, Schedule };

inline constexpr std::array kSetupSteps{SetupStep::Hospital, SetupStep::Departments, SetupStep::Staff,
                                        SetupStep::Drugs,    SetupStep::Prices,      SetupStep::Stock,
                                        SetupStep::Schedule};

/// How far a step has come.
enum class SetupState {
    Open,    ///< nothing is there
    Partial, ///< work can begin, and something will be missed
    Done,
    LeftOut, ///< nothing or not all is there, and the hospital wants it so for now
};

/// What the store holds of each step.
struct SetupFacts
{
    HospitalDetails hospital;
    int departments = 0;
    /// Accounts that may log in, without those that only administer.
    int staff = 0;
    /// Desks of a visit that none of them opens: codes of rules/roles.json.
    QStringList unservedDesks;
    int drugs = 0;
    int unpricedDrugs = 0; ///< at 0.00
    int lots = 0;          ///< that can be given out: not expired, with units not promised to anybody
    int drugsInStock = 0;  ///< drugs that have such a lot
    /// End of the last half-hour on record; absent: there is none.
    std::optional<Instant> scheduledUntil;
    Instant now; ///< when this was so
    std::vector<SetupStep> leftOut;

    bool operator==(const SetupFacts &) const = default;
};

/// Pure.
SetupState stateOf(SetupStep step, const SetupFacts &facts);

/// Whether nothing is open any more: each step has something, or is left out. Pure.
bool isSetUp(const SetupFacts &facts);

/// What there is now. Act `clinic-data.import`.
Task<Result<SetupFacts>> readSetup(Context context, SettingCatalogue catalogue);

/// Leaves a step out for now, or takes it up again: remembered for the hospital. Act `setting.manage`.
Task<Result<void>> leaveOut(Context context,
                            Uuid command,
                            SettingCatalogue catalogue,
                            SetupStep step,
                            bool isLeftOut);

} // namespace simiao::workflow

namespace simiao {

template <>
inline constexpr std::array kCodes<workflow::SetupStep>{"hospital", "departments", "staff",   "drugs",
                                                        "prices",   "stock",       "schedule"};

} // namespace simiao
