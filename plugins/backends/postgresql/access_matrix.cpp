#include "access_matrix.h"

#include "core/disk.h"
#include "core/json.h"
#include "core/try.h"

#include <algorithm>
#include <map>
#include <set>

namespace simiao::postgresql {

using namespace Qt::StringLiterals;

namespace {

/// Act and role.
using Cell = std::pair<QString, QString>;

Result<Json> jsonFile(const QString &path)
{
    TRY(const auto bytes, systemDisk()->read(path));
    return Json::parse(bytes);
}

/// Who may do what by the files of this program.
Result<std::map<Cell, bool>> published(const QString &rulesFolder)
{
    TRY(const auto roles, jsonFile(rulesFolder + u"/roles.json"_s));
    TRY(const auto acts, jsonFile(rulesFolder + u"/server_acts.json"_s));
    std::map<Cell, bool> cells;
    for (const auto &role : roles[u"roles"_s].array()) {
        std::set<QString> granted{QString()};
        for (const auto &permission : role[u"permissions"_s].array())
            granted.insert(permission.toString());
        for (const auto &act : acts[u"acts"_s].array())
            cells[{act[u"act"_s].toString(), role[u"code"_s].toString()}] =
                granted.contains(act[u"permission"_s].toString());
    }
    return cells;
}

Result<std::map<Cell, bool>> measured(storage::Connection &connection)
{
    TRY(const auto rows, connection.run(u"store/measure_access"_s, {}));
    TRY_VOID(rows->next());
    TRY(const auto json, Json::parse(rows->bytes(0)));
    std::map<Cell, bool> cells;
    for (const auto &tried : json.array())
        cells[{tried[u"act"_s].toString(), tried[u"role"_s].toString()}] = tried[u"granted"_s].toBool();
    return cells;
}

} // namespace

Result<sdk::AccessMatrix> measureAccess(const OpenServer &server, const QString &rulesFolder)
{
    TRY(const auto expected, published(rulesFolder));
    TRY(const auto found, measured(*server.connection));
    std::set<QString> acts;
    std::set<QString> roles;
    std::set<Cell> cells;
    for (const auto *map : {&expected, &found}) {
        for (const auto &[cell, isGranted] : *map) {
            acts.insert(cell.first);
            roles.insert(cell.second);
            cells.insert(cell);
        }
    }
    const auto in = [](const std::map<Cell, bool> &map, const Cell &cell) {
        const auto at = map.find(cell);
        return at != map.end() && at->second;
    };
    sdk::AccessMatrix matrix{
        QStringList(roles.begin(), roles.end()), QStringList(acts.begin(), acts.end()), {}, {}};
    for (const auto &act : acts) {
        auto &line = matrix.isGranted.emplace_back();
        for (const auto &role : roles)
            line.push_back(in(found, {act, role}));
    }
    for (const auto &cell : cells) {
        if (in(found, cell) != in(expected, cell))
            matrix.differences.append(cell.first + u' ' + cell.second);
    }
    return matrix;
}

} // namespace simiao::postgresql
