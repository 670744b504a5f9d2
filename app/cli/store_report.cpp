#include "cli/store_report.h"

namespace simiao::cli {

using namespace Qt::StringLiterals;

Json asJson(const std::vector<workflow::TableContents> &tables)
{
    Json json{Json::Object{}};
    for (const auto &table : tables)
        json.insert(table.table,
                    Json(Json::Object{{u"rows"_s, table.rows},
                                      {u"hash"_s, QString::fromLatin1(table.hash.toHex())}}));
    return json;
}

Json asJson(const std::vector<workflow::StoreProblem> &problems)
{
    Json json{Json::Array{}};
    for (const auto &problem : problems)
        json.append(Json(Json::Object{{u"code"_s, problem.code}, {u"place"_s, problem.place}}));
    return json;
}

} // namespace simiao::cli
