#pragma once

#include "sdk/backend_plugin.h"
#include "support/world.h"

#include <QProcess>
#include <QProcessEnvironment>

#include <optional>

namespace simiao::test {

/// What a desk of another process works with.
struct DeskOrder
{
    QString desk;    ///< its name
    QString address; ///< of the server
    QString profile; ///< folder
    QString sqlFolder;
    Id<administration::Organization> department;
    Id<security::Account> physician;
    administration::Patient patient;    ///< whose id and names count
    medications::Medication medication; ///< whose id, name, unit and price count
    QString person = {}; ///< login name of who signs in there; empty: a program, which is believed

    static DeskOrder of(const QString &desk,
                        const sdk::BackendEnvironment &environment,
                        const World &world,
                        const QString &person = {})
    {
        return {desk,
                environment.config.value(QStringLiteral("backend")),
                environment.dataFolder,
                environment.sqlFolder,
                world.department.id,
                world.physician.id,
                world.patient,
                world.amoxicillin,
                person};
    }

    QProcessEnvironment toEnvironment() const
    {
        auto environment = QProcessEnvironment::systemEnvironment();
        const auto set = [&environment](const char *key, const QString &value) {
            environment.insert(QLatin1StringView(key), value);
        };
        set("DESK_NAME", desk);
        set("DESK_ADDRESS", address);
        set("DESK_PROFILE", profile);
        set("DESK_SQL", sqlFolder);
        set("DESK_DEPARTMENT", department.toString());
        set("DESK_PHYSICIAN", physician.toString());
        set("DESK_PATIENT", patient.id.toString());
        set("DESK_MEDICATION", medication.id.toString());
        set("DESK_PERSON", person);
        return environment;
    }

    static DeskOrder ofEnvironment()
    {
        const auto id = [](const char *key) {
            return Uuid::parse(qEnvironmentVariable(key)).value_or(Uuid{});
        };
        DeskOrder order{qEnvironmentVariable("DESK_NAME"),
                        qEnvironmentVariable("DESK_ADDRESS"),
                        qEnvironmentVariable("DESK_PROFILE"),
                        qEnvironmentVariable("DESK_SQL"),
                        {id("DESK_DEPARTMENT")},
                        {id("DESK_PHYSICIAN")},
                        {},
                        {},
                        qEnvironmentVariable("DESK_PERSON")};
        order.medication.id = {id("DESK_MEDICATION")};
        order.medication.name = QStringLiteral("阿莫西林胶囊");
        order.medication.smallestUnit = QStringLiteral("粒");
        order.medication.packQuantity = 24;
        order.medication.packPrice = Money{1080};
        order.patient.id = {id("DESK_PATIENT")};
        order.patient.name = QStringLiteral("某人");
        order.patient.birthDate = *Date::parse(QStringLiteral("1981-03-14"));
        return order;
    }
};

/// A desk as a process of its own (desk_program.cpp). It ends with this, and with the test whatever becomes of that.
/// \thread  of the test
class DeskProcess
{
public:
    DeskProcess(const QString &program, const DeskOrder &order, const QStringList &arguments)
    {
        m_process.setProcessEnvironment(order.toEnvironment());
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(program, arguments);
    }
    DeskProcess(const DeskProcess &) = delete;
    DeskProcess &operator=(const DeskProcess &) = delete;
    ~DeskProcess() { kill9(); }

    void say(const QString &line) { m_process.write(line.toUtf8() + '\n'); }
    bool hasLine() const { return m_process.canReadLine(); }
    /// The next line it has said, if there is one.
    std::optional<QString> line()
    {
        if (!m_process.canReadLine())
            return std::nullopt;
        return QString::fromUtf8(m_process.readLine()).trimmed();
    }
    bool isRunning() const { return m_process.state() != QProcess::NotRunning; }
    /// SIGKILL, and the wait for its end.
    void kill9()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

private:
    QProcess m_process;
};

} // namespace simiao::test
