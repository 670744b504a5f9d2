#include "output.h"

#include "command.h"
#include "sdk/desk.h"

#include <cstdio>

namespace simiao::cli {

using namespace Qt::StringLiterals;

void print(const Json &json)
{
    const QByteArray line = json.canonical() + '\n';
    std::fwrite(line.constData(), 1, std::size_t(line.size()), stdout);
    std::fflush(stdout);
}

void printText(const QString &text)
{
    std::fputs(qUtf8Printable(text), stdout);
    std::fflush(stdout);
}

void say(const QString &text)
{
    std::fputs(qUtf8Printable(text + u'\n'), stderr);
}

int fail(const Error &error)
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
    const bool isInUse = error.code == "profile.in-use"_L1 || error.code == "sqlite.in-use"_L1;
    if (isInUse)
        return Unreachable;
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
