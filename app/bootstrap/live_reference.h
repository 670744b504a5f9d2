#pragma once

#include "workflow/read_reference.h"

#include <QObject>
#include <QTimer>

namespace simiao::bootstrap {

/// Keeps the reference data of a running program at what the hospital has activated: reads it again after every commit that
/// touches a version, and when a day begins on which another one holds. \thread GUI
class LiveReference : public QObject
{
    Q_OBJECT

public:
    /// \param data  the shipped values; outlives this, and everybody who reads it sees the new values in the same place
    LiveReference(std::shared_ptr<workflow::Store> store,
                  std::shared_ptr<const Clock> clock,
                  workflow::ReferenceData *data);

    /// What the hospital has activated, to be handed to take() before anybody works with the data.
    Task<workflow::ReferenceReading> read() const;
    /// Puts it in the place of what was there.
    void take(const workflow::ReferenceReading &reading);

    bool isRead() const { return m_isRead; }

    /// Versions that hold not although they are active, as readReference() gives them.
    const std::vector<Error> &problems() const { return m_problems; }

Q_SIGNALS:
    /// The data is another one, or there are other problems than before. No pointer into the old data is good any more.
    void changed();

private:
    void reload();
    void lookAtTheDay();

    std::shared_ptr<workflow::Store> m_store;
    std::shared_ptr<const Clock> m_clock;
    workflow::ReferenceData *m_data;
    workflow::ReferenceData m_shipped;
    std::vector<Error> m_problems;
    Date m_day; ///< for which it was read
    QTimer m_minute;
    bool m_isRead = false; ///< taken at least once
    bool m_isReading = false;
    bool m_isOutdated = false; ///< something was committed while it was read
};

} // namespace simiao::bootstrap
