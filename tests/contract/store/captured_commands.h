#pragma once

#include "contract/store/postgres_database.h"
#include "postgresql/work_text.h"
#include "support/prescribed_drug.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace simiao::test {

using namespace Qt::StringLiterals;

inline QJsonObject parsed(const QString &text)
{
    return QJsonDocument::fromJson(text.toUtf8()).object();
}

inline QString textOf(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

/// The first step of a captured command, changed.
template <typename Change>
QString withStep(const QString &work, const Change &change)
{
    auto command = parsed(work);
    auto steps = command["steps"_L1].toArray();
    auto step = steps[0].toObject();
    change(step);
    steps[0] = step;
    command["steps"_L1] = steps;
    return textOf(command);
}

/// Its first row as another text.
inline QString withRow(const QString &work, const QString &before, const QString &after)
{
    return withStep(
        work, [&](QJsonObject &step) { step["row"_L1] = step["row"_L1].toString().replace(before, after); });
}

inline QString withEvent(const QString &work, const QString &before, const QString &after)
{
    auto command = parsed(work);
    command["event"_L1] = command["event"_L1].toString().replace(before, after);
    return textOf(command);
}

/// What desks send, in a hospital on a server: a test has a command made as the program makes it, and sends it with something changed.
class CapturedCommands : public QObject
{
protected:
    /// Somebody of this role who is signed in at DESK-1; her token is her log-in name.
    workflow::Context signedIn(const QString &role, Id<administration::Organization> department)
    {
        security::Account account;
        account.id = m_world.context.newId<security::Account>();
        account.loginName = role;
        account.name = role;
        account.roles = {role};
        account.department = department;
        seed([&](auto &work) { work.insert(account); });
        m_server.psql(
            u"INSERT INTO simiao.staff_session (token_hash, account, login, workstation, until) VALUES "
            "(sha256('%1'), '%2', 'desk_1', 'DESK-1', 'infinity')"_s.arg(role, account.id.toString()),
            m_database);
        auto context = m_world.context;
        context.session.account = account.id;
        context.session.loginName = role;
        context.session.workstation = u"DESK-1"_s;
        return context;
    }

    /// As a program brings it, which is believed.
    template <typename Rows>
    void seed(const Rows &rows)
    {
        auto work = m_world.context.begin(m_world.context.newCommand(), u"demo.seed"_s);
        rows(work);
        const auto stored = QCoro::waitFor(m_world.context.store->commit(std::move(work)));
        QVERIFY2(stored, stored ? "" : qPrintable(logLine(stored.error())));
    }

    /// "stored", or what the server says.
    QString send(const workflow::Context &who, const QString &work)
    {
        const auto command = parsed(parsed(work)["event"_L1].toString())["command"_L1].toString();
        const auto said = PostgresServer::psqlAs(
            m_server.conninfo(u"desk_1"_s, u"of-desk-1"_s, m_database),
            u"SELECT set_config('simiao.session', '%1', false); SELECT simiao_api.commit('%2', $work$%3$work$)"_s
                .arg(who.session.loginName, command, work));
        if (said.startsWith("no end of"_L1))
            return said;
        return said.contains("ERROR"_L1) ? said.section("ERROR:"_L1, 1).section(u'\n', 0, 0).trimmed()
                                         : u"stored"_s;
    }

    workflow::UnitOfWork begin(const workflow::Context &who,
                               const QString &act,
                               std::optional<Id<administration::Patient>> patient,
                               const QString &detail = {}) const
    {
        return who.begin(who.newCommand(), act, patient, detail);
    }

    /// A database of its own, with a patient whose record is restricted and visits of both; three persons are signed in at DESK-1.
    void openAnother()
    {
        m_database = m_hospital->another();
        auto backend = m_hospital->open(m_database);
        QVERIFY2(backend, backend ? "" : qPrintable(logLine(backend.error())));
        m_world = aWorld(backend->store);
        m_elsewhere = m_world.department;
        m_elsewhere.id = m_world.context.newId<administration::Organization>();
        m_elsewhere.code = u"CARD"_s;
        m_restricted = m_world.patient;
        m_restricted.id = m_world.context.newId<administration::Patient>();
        m_restricted.mrn = u"200"_s;
        m_restricted.identityNumber.clear();
        m_restricted.confidentiality = administration::Confidentiality::Restricted;
        m_visit = aVisitOf(m_world, m_world.patient, m_world.department.id);
        m_restrictedVisit = aVisitOf(m_world, m_restricted, m_elsewhere.id);
        seed([this](auto &work) {
            work.insert(m_elsewhere).insert(m_restricted).insert(m_visit).insert(m_restrictedVisit);
        });
        m_registrar = signedIn(u"registrar"_s, m_world.department.id);
        m_physician = signedIn(u"physician"_s, m_world.department.id);
        m_nurse = signedIn(u"nurse"_s, m_world.department.id);
    }

    QString rowsOf(const QString &table) const
    {
        return m_server.psql(u"SELECT count(*) FROM simiao."_s + table, m_database);
    }

    PostgresServer m_server;
    std::unique_ptr<HospitalDatabase> m_hospital;
    QString m_database;
    World m_world;
    administration::Organization m_elsewhere;
    administration::Patient m_restricted;
    administration::Encounter m_visit; ///< of world.patient, in the department of all who are signed in
    administration::Encounter m_restrictedVisit; ///< elsewhere
    workflow::Context m_registrar, m_physician, m_nurse;
};

} // namespace simiao::test
