#include "cli/call.h"

#include "sdk/desk.h"

#include <QDir>

namespace simiao::cli {

using namespace Qt::StringLiterals;

QString Invocation::path(const QString &file) const
{
    return QDir(folder).absoluteFilePath(file);
}

void Call::print(const Json &json) const
{
    console->out(json.canonical() + '\n');
}

void Call::printText(const QString &text) const
{
    console->out(text.toUtf8());
}

void Call::say(const QString &text) const
{
    console->err((text + u'\n').toUtf8());
}

std::function<void()> Call::sayStopping() const
{
    return [call = *this] { call.say(u"Stopping. Once more ends it at once, with what it has made."_s); };
}

int Call::fail(const Error &error) const
{
    const QString sentence = sdk::errorText(error);
    print(Json(Json::Object{{u"ok"_s, false},
                            {u"kind"_s, errorKindName(error.kind)},
                            {u"code"_s, error.code},
                            {u"detail"_s, error.detail},
                            {u"text"_s, sentence}}));
    say(sentence);
    return exitCodeOf(error);
}

int exitCodeOf(const Error &error)
{
    const QStringList inUse{u"profile.in-use"_s, u"sqlite.in-use"_s, u"cli.exclusive"_s};
    if (inUse.contains(error.code))
        return Unreachable;
    if (error.code == "cli.option"_L1)
        return Usage;
    switch (error.kind) {
    case ErrorKind::Forbidden: return Forbidden;
    case ErrorKind::Unavailable: return Unreachable;
    case ErrorKind::Cancelled:
    case ErrorKind::Invalid:
    case ErrorKind::NotFound:
    case ErrorKind::Conflict:
    case ErrorKind::Corrupt:
    case ErrorKind::Internal: return Refused;
    }
    return Refused;
}

} // namespace simiao::cli
