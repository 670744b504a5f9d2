// desk_program sign|register CLIENTS: a desk as a process of its own, for tests that end it as the system would. What it works with
// comes by the environment (see DeskProcess); orders come by stdin, and its end with stdin's.
//   sign:      "COMMAND VISIT ENTRY" signs that visit and its queue entry (aVisitToSign()) by that command; the answer is
//              "stored COMMAND WHEN CLIENT" (ms since 1970) or "refused COMMAND CODE DETAIL"
//   register:  each client registers one patient after the other until "stop"; the same answers
// "ready" is its first line.

#include "contract/store/desk_process.h"
#include "contract/store/registration.h"
#include "contract/store/workers.h"
#include "support/visit_to_sign.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>

#include <cstdio>
#include <iostream>
#include <string>
#include <thread>

using namespace simiao;
using namespace simiao::test;
using namespace Qt::StringLiterals;
using workflow::Receipt;

namespace {

void say(const QString &line)
{
    std::puts(qPrintable(line));
    std::fflush(stdout);
}

void tell(Uuid command, const Result<Receipt> &receipt, int client = 0)
{
    if (receipt)
        say(u"stored %1 %2 %3"_s.arg(command.toString())
                .arg(QDateTime::currentMSecsSinceEpoch())
                .arg(client));
    else
        say(u"refused %1 %2 %3"_s.arg(command.toString(), receipt.error().code, receipt.error().detail));
}

std::shared_ptr<workflow::Store> open(int client)
{
    const DeskOrder order = DeskOrder::ofEnvironment();
    Config config;
    config.set(u"backend"_s, order.address, u"test"_s);
    config.set(u"workstation.name"_s, u"%1-%2"_s.arg(order.desk).arg(client), u"test"_s);
    const QString folder = u"%1/%2"_s.arg(order.profile).arg(client);
    QDir().mkpath(folder);
    auto backend = postgresql::openBackend({folder, folder, order.sqlFolder, config});
    if (!backend)
        qFatal("%s", qPrintable(logLine(backend.error())));
    return backend->store;
}

World worldOf(std::shared_ptr<workflow::Store> store, int client)
{
    const DeskOrder order = DeskOrder::ofEnvironment();
    World world;
    world.context = {std::move(store), world.policy, world.clock, std::make_shared<SystemRng>(), {}};
    world.department.id = order.department;
    world.physician.id = order.physician;
    world.patient = order.patient;
    world.amoxicillin = order.medication;
    const QString workstation = u"%1-%2"_s.arg(order.desk).arg(client);
    world.context.session.account = order.physician;
    world.context.session.department = order.department;
    world.context.session.workstation = workstation;
    if (order.person.isEmpty())
        return world;
    world.physician.loginName = order.person;
    const auto session = signIn(world, workstation);
    if (!session)
        qFatal("%s", qPrintable(logLine(session.error())));
    world.context.session = *session;
    return world;
}

/// Registers one patient after the other, each only when the one before was answered.
class Registrar : public QObject
{
public:
    Registrar(World world, int number)
        : m_world(std::move(world))
        , m_number(number)
    {
    }
    void goOn()
    {
        const auto command = m_world.context.newCommand();
        const auto mrn = u"F-%1-%2-%3"_s.arg(DeskOrder::ofEnvironment().desk).arg(m_number).arg(m_count++);
        isWaiting = true;
        QCoro::connect(m_world.context.store->commit(aRegistration(m_world, command, mrn)), this,
                       [this, command](const Result<Receipt> &receipt) {
                           isWaiting = false;
                           tell(command, receipt, m_number);
                           if (!isStopped)
                               goOn();
                       });
    }

    bool isStopped = false;
    bool isWaiting = false;

private:
    World m_world;
    int m_number;
    int m_count = 0;
};

void registerMany(int clients)
{
    std::vector<std::unique_ptr<Registrar>> desks;
    for (int i = 0; i < clients; ++i)
        desks.push_back(std::make_unique<Registrar>(worldOf(open(i), i), i));
    say(u"ready"_s);
    std::string line;
    std::getline(std::cin, line); // all of them begin together
    std::jthread listening([] {
        std::string order;
        std::getline(std::cin, order);
        QMetaObject::invokeMethod(qApp, &QCoreApplication::quit);
    });
    for (auto &desk : desks)
        desk->goOn();
    QCoreApplication::exec();
    for (auto &desk : desks)
        desk->isStopped = true;
    while (std::ranges::any_of(desks, &Registrar::isWaiting))
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
}

void signWhatIsAsked()
{
    const auto world = worldOf(open(0), 0);
    say(u"ready"_s);
    for (std::string line; std::getline(std::cin, line);) {
        const auto words = QString::fromStdString(line).split(u' ');
        const auto id = [&words](int at) {
            const auto parsed = Uuid::parse(words.value(at));
            if (!parsed)
                qFatal("no command, visit and queue entry");
            return *parsed;
        };
        const auto visit = aVisitToSign(world, {id(1)}, {id(2)});
        tell(id(0), QCoro::waitFor(world.context.store->commit(aSigning(world, id(0), visit))));
    }
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const auto arguments = app.arguments();
    if (arguments.value(1) == "register"_L1)
        registerMany(arguments.value(2).toInt());
    else
        signWhatIsAsked();
    return 0;
}
