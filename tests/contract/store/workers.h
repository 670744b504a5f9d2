#pragma once

#include "contract/store/postgres_database.h"
#include "security/login.h"
#include "security/password_hash.h"
#include "support/in_the_end.h"
#include "support/world.h"

#include <algorithm>

namespace simiao::test {

/// Who works at a desk: a program, which the server believes, or the physician of the test's world, who has signed in there: then the server holds each commit
/// against who she is, and reckons its amounts again.
enum class Worker { Program, Person };

inline void addWorkers()
{
    QTest::addColumn<Worker>("worker");
    QTest::newRow("a program") << Worker::Program;
    QTest::newRow("a person") << Worker::Person;
}

inline const char *logInOf(Worker worker)
{
    return worker == Worker::Person ? HospitalDatabase::kDesk : HospitalDatabase::kProgram;
}

/// \thread  waits
inline Result<workflow::Session> signIn(const World &world, const QString &workstation)
{
    return QCoro::waitFor(security::logIn({.store = world.context.store,
                                           .clock = world.clock,
                                           .rng = world.context.rng,
                                           .throttle = std::make_shared<security::LoginThrottle>(),
                                           .passwords = {},
                                           .site = {},
                                           .workstation = workstation},
                                          world.physician.loginName, QStringLiteral("right horse")));
}

/// aWorld() whose physician can sign in, and has further roles.
inline World aStaffedWorld(std::shared_ptr<workflow::Store> store,
                           const std::vector<QString> &furtherRoles = {QStringLiteral("registrar")})
{
    static const auto hash = security::hashPassword(QStringLiteral("right horse"));
    auto world = aWorld(std::move(store));
    world.physician.id = world.context.newId<security::Account>();
    world.physician.loginName = QStringLiteral("li");
    world.physician.roles = {QStringLiteral("physician")};
    std::ranges::copy(furtherRoles, std::back_inserter(world.physician.roles));
    world.physician.passwordHash = hash ? *hash : QString();
    world.physician.passwordChangedAt = world.clock->now();
    world.context.session.account = world.physician.id;
    const auto stored = storeInTheEnd(world.context.store, [&world] {
        auto work = world.context.begin(world.context.newCommand(), QStringLiteral("demo.seed"));
        work.insert(world.physician);
        return work;
    });
    if (!stored)
        qFatal("cannot staff the test world: %s", qPrintable(logLine(stored.error())));
    return world;
}

/// `world` at the desk whose store this is.
inline World withStore(World world, std::shared_ptr<workflow::Store> store, Worker worker)
{
    world.context.store = std::move(store);
    if (worker == Worker::Program)
        return world;
    const auto session = signIn(world, QStringLiteral("DESK-1"));
    if (!session)
        qFatal("%s", qPrintable(logLine(session.error())));
    world.context.session = *session;
    return world;
}

/// `world` at another desk, which comes by `port`. \param profile  its folder; one of its own where empty
inline World atDesk(World world,
                    HospitalDatabase &hospital,
                    const QString &database,
                    quint16 port,
                    Worker worker,
                    const QString &profile = {})
{
    const auto backend = hospital.open(database, {port}, profile, logInOf(worker));
    if (!backend)
        qFatal("%s\n%s", qPrintable(logLine(backend.error())), qPrintable(hospital.server().log()));
    return withStore(std::move(world), backend->store, worker);
}

/// A world in `database` that somebody works in at a desk, which comes by `port`.
inline World aWorldAtDesk(HospitalDatabase &hospital,
                          const QString &database,
                          quint16 port,
                          Worker worker,
                          const QString &profile = {})
{
    const auto seeding = hospital.open(database);
    if (!seeding)
        qFatal("%s\n%s", qPrintable(logLine(seeding.error())), qPrintable(hospital.server().log()));
    const auto world = aStaffedWorld(seeding->store);
    seeding->store->close();
    return atDesk(world, hospital, database, port, worker, profile);
}

} // namespace simiao::test
