#include "tour/tour_player.h"

#include "tour/damage_files.h"
#include "tour/import_terminology.h"

#include <QElapsedTimer>
#include <QThread>

namespace simiao::tour {

namespace {

using namespace Qt::StringLiterals;
using Milliseconds = std::chrono::milliseconds;

constexpr int kOpenMs = 60'000;  // the first start makes the demo hospital
constexpr int kLogInMs = 10'000; // a slow machine hashes the password for seconds

Json requestTo(const QString &verb)
{
    Json request;
    request.insert(u"do"_s, verb);
    return request;
}

Json conditionRequest(const Expect &expect, int timeoutMs)
{
    auto request = requestTo(u"waitFor"_s);
    request.insert(u"object"_s, expect.object);
    request.insert(u"property"_s, expect.property);
    request.insert(u"timeoutMs"_s, timeoutMs);
    writeCondition(expect.condition, request);
    return request;
}

Outcome outcomeOf(const Result<void> &result, const QString &detail = {})
{
    return result ? Outcome::good(detail) : Outcome::failed(result.error().detail);
}

bool isGood(const Outcome &outcome)
{
    return outcome.verdict == Outcome::Verdict::Good;
}

} // namespace

TourPlayer::TourPlayer(Program &program, TourReport &report, Folders folders, int patience)
    : m_program(program)
    , m_report(report)
    , m_folders(std::move(folders))
    , m_patience(patience)
{
}

void TourPlayer::play(const Tour &tour)
{
    int number = 0;
    for (const auto &step : tour.steps) {
        QElapsedTimer timer;
        timer.start();
        const auto outcome = playStep(step);
        m_report.step(++number, step.verb, outcome, timer.elapsed(), m_program.interaction().longestTurnMs);
        if (outcome.verdict == Outcome::Verdict::Failed) {
            perform(Screenshot{u"failure"_s});
            return;
        }
    }
}

Outcome TourPlayer::playStep(const Step &step)
{
    if (m_missing.contains(step.needs))
        return Outcome::skipped(u"needs %1"_s.arg(step.needs));
    return std::visit([this](const auto &action) { return perform(action); }, step.action);
}

Outcome TourPlayer::perform(const Login &login)
{
    if (const auto opened = waitUntilOpen(); !isGood(opened))
        return opened;
    if (const auto entered = enter(u"login.user"_s, login.user); !isGood(entered))
        return entered;
    if (const auto entered = enter(u"login.password"_s, login.password); !isGood(entered))
        return entered;
    return waitFor(u"login.user"_s, u"visible"_s, u"false"_s);
}

/// Replaces what stands in the field that has, or is getting, the focus, and moves on.
Outcome TourPlayer::enter(const QString &field, const QString &text)
{
    if (const auto focused = waitFor(u"app"_s, u"focus"_s, field); !isGood(focused))
        return focused;
    if (const auto selected = perform(Press{{u"Ctrl+A"_s}}); !isGood(selected))
        return selected;
    if (const auto typed = perform(Type{text}); !isGood(typed))
        return typed;
    return perform(Press{{u"Enter"_s}});
}

Outcome TourPlayer::perform(const Press &press)
{
    Json::Array keys;
    for (const auto &key : press.keys)
        keys.append(key);
    auto json = requestTo(u"press"_s);
    json.insert(u"keys"_s, keys);
    return request(json);
}

Outcome TourPlayer::perform(const Type &type)
{
    auto text = type.text;
    text.replace(u"${PROFILE}"_s, m_program.profile()).replace(u"${TOUR}"_s, m_folders.tour);
    auto json = requestTo(u"type"_s);
    json.insert(u"text"_s, text);
    return request(json);
}

Outcome TourPlayer::perform(const Expect &expect)
{
    const int timeoutMs = expect.timeoutMs * m_patience;
    return request(conditionRequest(expect, timeoutMs), Program::kPatience + Milliseconds(timeoutMs));
}

Outcome TourPlayer::waitUntilOpen()
{
    return perform(Expect{u"login.submit"_s, u"enabled"_s, Condition{u"true"_s, false}, kOpenMs});
}

Outcome TourPlayer::waitFor(const QString &object, const QString &property, const QString &value)
{
    return perform(Expect{object, property, Condition{value, false}, kLogInMs});
}

Outcome TourPlayer::perform(const Screenshot &screenshot)
{
    if (m_folders.screenshots.isEmpty())
        return Outcome::good(u"not taken: no --output"_s);
    auto json = requestTo(u"screenshot"_s);
    json.insert(u"file"_s, u"%1/%2.png"_s.arg(m_folders.screenshots, screenshot.name));
    return request(json);
}

Outcome TourPlayer::perform(const Restart &)
{
    if (const auto closed = m_program.quit(); !closed)
        return outcomeOf(closed);
    return outcomeOf(m_program.start());
}

Outcome TourPlayer::perform(const Kill &kill)
{
    QThread::msleep(ulong(kill.afterMs));
    m_program.kill();
    return outcomeOf(m_program.start());
}

Outcome TourPlayer::perform(const Damage &damage)
{
    QThread::msleep(ulong(damage.afterMs));
    m_program.kill();
    if (const auto ruined = damageFiles(damage, m_program.profile()); !ruined)
        return outcomeOf(ruined);
    return outcomeOf(m_program.start());
}

Outcome TourPlayer::perform(const Note &note)
{
    return Outcome::good(note.text);
}

Outcome TourPlayer::perform(const FocusReport &)
{
    return request(requestTo(u"focus-report"_s));
}

Outcome TourPlayer::perform(const Import &import)
{
    const auto file = importedFile(import, m_folders.tour);
    if (file.isEmpty()) {
        m_missing.insert(import.kind);
        return Outcome::skipped(u"there is no %1"_s.arg(import.file));
    }
    if (const auto opened = waitUntilOpen(); !isGood(opened)) // not before the accounts are there
        return opened;
    if (const auto closed = m_program.quit(); !closed)
        return outcomeOf(closed);
    if (const auto imported = importTerminology(import, file, m_program.profile()); !imported)
        return outcomeOf(imported);
    return outcomeOf(m_program.start());
}

Outcome TourPlayer::request(const Json &json, Milliseconds patience)
{
    const auto reply = m_program.ask(json, patience);
    if (!reply)
        return Outcome::failed(reply.error().detail);
    return reply->isOk ? Outcome::good(reply->detail) : Outcome::failed(reply->detail);
}

} // namespace simiao::tour
