#pragma once

#include <QtGlobal>

#include <atomic>
#include <optional>

namespace simiao::postgresql {

/// Whether the others have to be told of what this desk stored. Where many save, somebody else's notice has mostly done it: one that was
/// sent after our save was there makes everybody read what is new, and that with it. Times are microseconds, `here` of this computer's
/// steady clock, `there` of the server's.
class OwnNews
{
public:
    /// This moment.
    static qint64 here();

    /// Something was stored, and the answer is here. \thread  any
    void note(qint64 here);

    // \thread  that of the feed

    /// Another connection, perhaps to another machine: its clock is not known yet.
    void beginAnew();
    /// Asked at `here`, the server's clock said `there` a little later: at `here` it stood there at most.
    void noteClock(qint64 here, qint64 there);
    /// A notice has come that says it was sent at `there`; 0: that is not known. What has not been yet is not believed: every save until then
    /// would be taken for told.
    void noteNotice(qint64 here, qint64 there);

    /// The others are told now of everything until this moment of the server; nothing: they have been, or somebody else is about to.
    std::optional<qint64> due(qint64 here);
    /// The same with nobody to wait for.
    std::optional<qint64> dueAtEnd();
    /// They have been told.
    void settle() { m_waiting.reset(); }

private:
    /// The end of when it was stored, by the server's clock; nothing where there is nothing to tell.
    std::optional<qint64> untold();

    static constexpr qint64 kNothing = -1;
    std::atomic<qint64> m_noted = kNothing;
    std::optional<qint64> m_waiting;  ///< here
    std::optional<qint64> m_ahead;    ///< of the server's clock before ours, at most
    qint64 m_lastSent = 0;            ///< there
    std::optional<qint64> m_lastCame; ///< here
};

} // namespace simiao::postgresql
