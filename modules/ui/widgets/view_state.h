#pragma once

#include "ui/widgets/notice_line.h"

#include <QDateTime>
#include <QLocale>

namespace simiao::ui {

/// What a list or panel knows about its own content. Every list shows one of these, never a blank.
struct ViewState
{
    enum class Kind { Ready, Empty, Loading, Partial, Stale, Offline, Error, Forbidden };

    Kind kind = Kind::Ready;
    QString cause;            ///< what is the case, in one sentence
    QString next;             ///< what to do, what still works, or who may
    QString action;           ///< word of the action offered; empty: none
    qint64 shown = 0;         ///< Partial
    qint64 total = 0;         ///< Partial; 0: there are more, nobody counted them
    QDateTime dataTime;       ///< Stale: when the data shown was read
    int percent = -1;         ///< Loading: done, -1 when not known
    bool keepsContent = true; ///< Error: what was loaded before is still worth showing
    bool operator==(const ViewState &) const = default;

    static ViewState ready();
    static ViewState empty(const QString &cause, const QString &next, const QString &action = {});
    /// \param remaining  words such as "about 2 min left", \param action usually "Cancel"
    static ViewState loading(int percent = -1, const QString &remaining = {}, const QString &action = {});
    static ViewState partial(qint64 shown, qint64 total, const QString &action = {});
    static ViewState stale(const QDateTime &dataTime, const QString &action = {});
    static ViewState offline(const QString &stillWorks);
    /// \param retry  word of the retry action; empty when trying again is of no use
    static ViewState error(const QString &cause,
                           const QString &next,
                           const QString &retry,
                           bool keepsContent);
    static ViewState forbidden(const QString &whoMay);

    /// Whether the words stand in place of the content instead of above it.
    bool replacesContent() const;
    /// Whether there is anything to say at all.
    bool hasNotice() const;
};

/// The words for a state, translated, numbers and times in `locale`. Data from before `today` is shown
/// with its date.
Notice describe(const ViewState &state, const QLocale &locale, QDate today);

} // namespace simiao::ui
