#pragma once

#include "bootstrap/application_graph.h"

#include <functional>
#include <map>

namespace simiao::bootstrap {

/// How large a demonstration is.
enum class DemoSize {
    Small, ///< the clinic of resources/demo: 14 patients, two weeks of half-hours, today's queue
    Full,  ///< and 500 generated patients with three years of visits
};

/// What the seeder did.
struct DemoReport
{
    bool isSeeded = false; ///< false: nothing was written
    int patients = 0;
    int medications = 0;
    int waiting = 0; ///< checked in by this run
    int studies = 0;
    std::map<QString, int> rows; ///< by type: what the seeder's commits wrote, those of an earlier run too
};

/// What the seeder needs of the program; by value, so that it may outlive it.
struct DemoPorts
{
    workflow::Context context;                                     ///< its session is not used
    std::shared_ptr<workflow::PhantomStudyWriter> phantoms;        ///< null: no pictures
    QString demoFolder;                                            ///< resources/demo
    QString imagesFolder;                                          ///< of the profile
    std::shared_ptr<const workflow::ReferenceData> reference = {}; ///< needed for DemoSize::Full
    DemoSize size = DemoSize::Small;
    std::function<void(int done, int of)> progress = {}; ///< told of generated people, on the GUI thread
};

DemoPorts demoPorts(const ApplicationGraph &graph);

/// Whether the store was filled with the demonstration hospital: its people are invented, wherever the profile came from.
Task<Result<bool>> holdsDemo(std::shared_ptr<workflow::Store> store);

/// Fills an empty store with the demonstration hospital of resources/demo: departments, accounts, drugs and
/// stock, patients, two weeks of half-hours in one audited commit (act `demo.seed`); then today's queue,
/// checked in by the front desk's own use case, and a made CT. Ids come from a seeded generator.
///
/// DemoSize::Full goes on with the generated people, also in a store that was filled before, or in part: each
/// batch has a command of its own, and what was committed under it is not made again. A store with accounts
/// that are not the demonstration's is never touched. A queue or a CT that an interruption left out stays out.
/// \thread  GUI; reading, hashing and making rows happen on the thread pool
Task<Result<DemoReport>> seedDemo(DemoPorts ports);

} // namespace simiao::bootstrap
