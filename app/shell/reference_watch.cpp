#include "shell/reference_watch.h"

#include "shell/session_desk.h"

namespace simiao::shell {

using namespace Qt::StringLiterals;

namespace {

const QString kNotification = u"reference.problem"_s;

/// What is wrong, in no language.
QString occasionOf(const std::vector<Error> &problems)
{
    QStringList details;
    for (const auto &problem : problems)
        details.append(problem.code + u' ' + problem.detail);
    return details.join(u'\n');
}

} // namespace

ReferenceWatch::ReferenceWatch(std::shared_ptr<bootstrap::LiveReference> live, SessionDesk *desk)
    : QObject(desk)
    , m_live(std::move(live))
    , m_desk(desk)
{
    connect(m_live.get(), &bootstrap::LiveReference::changed, this, &ReferenceWatch::follow);
    connect(desk, &sdk::Desk::languageChanged, this, &ReferenceWatch::post);
    // Once somebody listens to the desk.
    QMetaObject::invokeMethod(this, &ReferenceWatch::warn, Qt::QueuedConnection);
}

void ReferenceWatch::follow()
{
    Q_EMIT m_desk->referenceChanged();
    warn();
}

void ReferenceWatch::warn()
{
    const auto &problems = m_live->problems();
    const auto occasion = occasionOf(problems);
    if (!problems.empty() && occasion != m_said)
        m_desk->showError(problems.front());
    m_said = occasion;
    post();
}

void ReferenceWatch::post()
{
    const auto &problems = m_live->problems();
    if (problems.empty())
        return m_desk->withdrawNotification(kNotification);
    QStringList texts;
    for (const auto &problem : problems)
        texts.append(sdk::errorText(problem));
    m_desk->postNotification(
        {kNotification, ui::Severity::Warn, texts.join(u' '), {}, occasionOf(problems), {}});
}

} // namespace simiao::shell
