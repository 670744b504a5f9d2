#pragma once

#include "workflow/ports/unit_of_work.h"

#include <QObject>

namespace simiao::workflow {

/// Announces every commit as (type, id, version). Commit-ordered and complete.
/// \thread  GUI
class ChangeFeed : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Called by the back-end after COMMIT.
    void announce(const Receipt &receipt) { Q_EMIT committed(receipt); }

Q_SIGNALS:
    void committed(const simiao::workflow::Receipt &receipt);
};

/// Whether a commit touched rows of T; models reload then.
template <Entity T>
bool touches(const Receipt &receipt)
{
    for (const auto &change : receipt.changes) {
        if (change.type == QLatin1StringView(Describe<T>::name)
            || change.type == QLatin1StringView(Describe<T>::table))
            return true;
    }
    return false;
}

} // namespace simiao::workflow
