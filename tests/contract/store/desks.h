#pragma once

#include "contract/store/desk_process.h"
#include "contract/store/workers.h"

#include <QSet>

namespace simiao::test {

/// Desks of other processes that register one patient after the other, and what they said became of each.
/// \thread  of the test
class Desks
{
public:
    static constexpr int kProcesses = 4;
    static constexpr int kClientsEach = 8;

    /// \param world  a staffed one where persons work
    Desks(const QString &program,
          HospitalDatabase &hospital,
          const QList<quint16> &ports,
          const World &world,
          Worker worker)
    {
        for (int i = 0; i < kProcesses; ++i) {
            const auto order =
                DeskOrder::of(QStringLiteral("DESK-%1").arg(i),
                              hospital.environment(QStringLiteral("hospital"), ports, {}, logInOf(worker)),
                              world, worker == Worker::Person ? world.physician.loginName : QString());
            m_desks.push_back(std::make_unique<DeskProcess>(
                program, order, QStringList{QStringLiteral("register"), QString::number(kClientsEach)}));
        }
    }
    void sayAll(const QString &line)
    {
        for (auto &desk : m_desks)
            desk->say(line);
    }
    bool areReady()
    {
        listen();
        return m_ready == kProcesses;
    }
    /// Commands that were acknowledged so far.
    const QSet<QString> &acknowledged()
    {
        listen();
        return m_acknowledged;
    }
    /// When somebody was first answered after `moment`, which is set before that is heard; 0: nobody yet. Both in ms since 1970.
    void watchFrom(qint64 moment)
    {
        m_since = moment;
        m_firstSince = 0;
    }
    qint64 firstSince()
    {
        listen();
        return m_firstSince;
    }
    int stored() { return int(acknowledged().size()); }
    /// Codes, with their details.
    const QStringList &refusals()
    {
        listen();
        return m_refusals;
    }
    bool areRunning() const
    {
        return std::ranges::any_of(m_desks, [](const auto &desk) { return desk->isRunning(); });
    }

private:
    void listen()
    {
        for (auto &desk : m_desks) {
            while (const auto line = desk->line())
                take(line->split(QLatin1Char(' ')));
        }
    }
    void take(const QStringList &words)
    {
        if (words[0] == QLatin1StringView("ready"))
            ++m_ready;
        else if (words[0] == QLatin1StringView("stored")) {
            m_acknowledged.insert(words[1]);
            const qint64 when = words[2].toLongLong();
            if (when > m_since && (m_firstSince == 0 || when < m_firstSince))
                m_firstSince = when;
        } else
            m_refusals.append(words.mid(2).join(QLatin1Char(' ')).trimmed());
    }

    std::vector<std::unique_ptr<DeskProcess>> m_desks;
    int m_ready = 0;
    qint64 m_since = 0;
    qint64 m_firstSince = 0;
    QSet<QString> m_acknowledged;
    QStringList m_refusals;
};

} // namespace simiao::test
