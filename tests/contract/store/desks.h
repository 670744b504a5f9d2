#pragma once

#include "contract/store/desk_process.h"
#include "contract/store/workers.h"

#include <QHash>
#include <QSet>

#include <algorithm>

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
    /// When each client was first told that something is stored behind `moment`, in the order of time; those of whom nothing was stored
    /// since are missing. Both in ms since 1970.
    QList<qint64> firstsBehind(qint64 moment)
    {
        listen();
        QList<qint64> firsts;
        for (const auto &whens : std::as_const(m_whens)) {
            const auto first = std::ranges::upper_bound(whens, moment);
            if (first != whens.end())
                firsts.append(*first);
        }
        std::ranges::sort(firsts);
        return firsts;
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
        for (std::size_t i = 0; i < m_desks.size(); ++i) {
            while (const auto line = m_desks[i]->line())
                take(int(i), line->split(QLatin1Char(' ')));
        }
    }
    void take(int process, const QStringList &words)
    {
        if (words[0] == QLatin1StringView("ready"))
            ++m_ready;
        else if (words[0] == QLatin1StringView("stored")) {
            m_acknowledged.insert(words[1]);
            m_whens[process * kClientsEach + words[3].toInt()].append(words[2].toLongLong());
        } else
            m_refusals.append(words.mid(2).join(QLatin1Char(' ')).trimmed());
    }

    std::vector<std::unique_ptr<DeskProcess>> m_desks;
    int m_ready = 0;
    QHash<int, QList<qint64>> m_whens; ///< of each client
    QSet<QString> m_acknowledged;
    QStringList m_refusals;
};

} // namespace simiao::test
