#include "ui/widgets/view_state.h"

#include <QCoreApplication>

namespace simiao::ui {

namespace {

/// The words of the states.
struct StateWords
{
    Q_DECLARE_TR_FUNCTIONS(simiao::ui::StateWords)
};

QStringList offered(const QString &action)
{
    return action.isEmpty() ? QStringList() : QStringList(action);
}

Notice progressOf(const ViewState &state, const QLocale &locale)
{
    const auto done =
        state.percent < 0 ? QString() : StateWords::tr("%1 %").arg(locale.toString(state.percent));
    return {Severity::Neutral, StateWords::tr("Loading"), done, state.cause, offered(state.action)};
}

Notice shareOf(const ViewState &state, const QLocale &locale)
{
    const auto shown = locale.toString(state.shown);
    const auto share = state.total > 0 ? StateWords::tr("%1 of %2").arg(shown, locale.toString(state.total))
                                       : StateWords::tr("the first %1").arg(shown);
    return {Severity::Note, StateWords::tr("Showing"), share, state.next, offered(state.action)};
}

QString shortTime(const QDateTime &time, const QLocale &locale, QDate today)
{
    return time.date() == today ? locale.toString(time.time(), QStringLiteral("HH:mm"))
                                : locale.toString(time, QStringLiteral("yyyy-MM-dd HH:mm"));
}

} // namespace

ViewState ViewState::ready()
{
    return {};
}

ViewState ViewState::empty(const QString &cause, const QString &next, const QString &action)
{
    return {.kind = Kind::Empty, .cause = cause, .next = next, .action = action, .dataTime = {}};
}

ViewState ViewState::loading(int percent, const QString &remaining, const QString &action)
{
    return {.kind = Kind::Loading,
            .cause = remaining,
            .next = {},
            .action = action,
            .dataTime = {},
            .percent = percent};
}

ViewState ViewState::partial(qint64 shown, qint64 total, const QString &action)
{
    return {.kind = Kind::Partial,
            .cause = {},
            .next = {},
            .action = action,
            .shown = shown,
            .total = total,
            .dataTime = {}};
}

ViewState ViewState::stale(const QDateTime &dataTime, const QString &action)
{
    return {.kind = Kind::Stale, .cause = {}, .next = {}, .action = action, .dataTime = dataTime};
}

ViewState ViewState::offline(const QString &stillWorks)
{
    return {.kind = Kind::Offline, .cause = {}, .next = stillWorks, .action = {}, .dataTime = {}};
}

ViewState ViewState::error(const QString &cause, const QString &next, const QString &retry, bool keepsContent)
{
    return {.kind = Kind::Error,
            .cause = cause,
            .next = next,
            .action = retry,
            .dataTime = {},
            .keepsContent = keepsContent};
}

ViewState ViewState::forbidden(const QString &whoMay)
{
    return {.kind = Kind::Forbidden, .cause = {}, .next = whoMay, .action = {}, .dataTime = {}};
}

bool ViewState::replacesContent() const
{
    return kind == Kind::Empty || kind == Kind::Forbidden || (kind == Kind::Error && !keepsContent);
}

bool ViewState::hasNotice() const
{
    const bool isSilentLoading = kind == Kind::Loading && percent < 0 && cause.isEmpty() && action.isEmpty();
    return kind != Kind::Ready && !isSilentLoading;
}

Notice describe(const ViewState &state, const QLocale &locale, QDate today)
{
    switch (state.kind) {
    case ViewState::Kind::Ready: return {};
    case ViewState::Kind::Empty:
        return {Severity::Neutral, state.cause, {}, state.next, offered(state.action)};
    case ViewState::Kind::Loading: return progressOf(state, locale);
    case ViewState::Kind::Partial: return shareOf(state, locale);
    case ViewState::Kind::Stale:
        return {Severity::Warn, StateWords::tr("Not current"),
                StateWords::tr("data from %1").arg(shortTime(state.dataTime, locale, today)), state.cause,
                offered(state.action)};
    case ViewState::Kind::Offline: return {Severity::Warn, StateWords::tr("Offline"), state.next, {}, {}};
    case ViewState::Kind::Error:
        return {Severity::Block, StateWords::tr("Failed"), state.cause, state.next, offered(state.action)};
    case ViewState::Kind::Forbidden:
        return {Severity::Block,
                StateWords::tr("Not permitted"),
                StateWords::tr("This account may not see this."),
                StateWords::tr("Who may: %1").arg(state.next),
                {}};
    }
    return {};
}

} // namespace simiao::ui
