#pragma once

#include "bootstrap/application_graph.h"

namespace simiao::bootstrap {

/// What the seeder did.
struct DemoReport
{
    bool isSeeded = false; ///< false: the store held accounts already and nothing was touched
    int patients = 0;
    int medications = 0;
    int waiting = 0;
    int studies = 0;
};

/// What the seeder needs of the program; by value, so that it may outlive it.
struct DemoPorts
{
    workflow::Context context;                              ///< its session is not used
    std::shared_ptr<workflow::PhantomStudyWriter> phantoms; ///< null: no pictures
    QString demoFolder;                                     ///< resources/demo
    QString imagesFolder;                                   ///< of the profile
};

DemoPorts demoPorts(const ApplicationGraph &graph);

/// Fills an empty store with the demonstration hospital of resources/demo: departments, accounts, drugs and
/// stock, patients, two weeks of half-hours in one audited commit (act `demo.seed`); then today's queue,
/// checked in by the front desk's own use case, and a made CT. Ids come from a seeded generator.
/// \thread  GUI; reading and hashing happen on the thread pool
Task<Result<DemoReport>> seedDemo(DemoPorts ports);

} // namespace simiao::bootstrap
