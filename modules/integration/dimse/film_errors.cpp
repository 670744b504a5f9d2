#include "integration/dimse/film_errors.h"

#include <algorithm>
#include <array>

namespace simiao::dimse {

using namespace Qt::StringLiterals;

namespace {

struct Renamed
{
    QLatin1StringView archive;
    QLatin1StringView printer;
};

constexpr std::array kRenamed{Renamed{"archive.unreachable"_L1, "film.unreachable"_L1},
                              Renamed{"archive.silent"_L1, "film.silent"_L1},
                              Renamed{"archive.cut"_L1, "film.cut"_L1},
                              Renamed{"archive.answer"_L1, "film.answer"_L1},
                              Renamed{"archive.certificate"_L1, "film.certificate"_L1},
                              Renamed{"archive.refused"_L1, "film.not-admitted"_L1},
                              Renamed{"archive.service-refused"_L1, "film.no-service"_L1}};

} // namespace

Error ofPrinter(Error error)
{
    const auto renamed = std::ranges::find(kRenamed, error.code, &Renamed::archive);
    if (renamed != kRenamed.end())
        error.code = renamed->printer;
    return error;
}

} // namespace simiao::dimse
