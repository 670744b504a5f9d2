#include "bootstrap/demo_hospital.h"
#include "bootstrap/json_place.h"
#include "bootstrap/resources.h"
#include "security/password_hash.h"

#include <QDateTime>

namespace simiao::bootstrap {

using namespace Qt::StringLiterals;
using administration::Organization;
using scheduling::Slot;
using security::Account;

namespace {

constexpr int kDaysOfSlots = 14;

Result<void> readDepartments(const JsonPlace &root, const DemoMaker &maker, DemoClinic &clinic)
{
    TRY(const auto places, root.list(u"departments"_s));
    for (const auto &place : places) {
        Organization department;
        department.id = maker.newId<Organization>();
        TRY(department.code, place.text(u"code"_s));
        TRY(const auto name, place.localText(u"name"_s));
        department.name = name.zh;
        department.nameEn = name.en;
        clinic.departments.insert({department.code, department});
    }
    return ok();
}

/// Titles as they are printed, by code.
Result<std::map<QString, QString>> readTitles(const JsonPlace &root)
{
    std::map<QString, QString> titles;
    TRY(const auto places, root.list(u"titles"_s));
    for (const auto &place : places) {
        TRY(const auto code, place.text(u"code"_s));
        TRY(const auto name, place.localText(u"name"_s));
        titles.insert({code, name.zh});
    }
    return titles;
}

Result<Organization *> departmentAt(const JsonPlace &place, DemoClinic &clinic)
{
    TRY(const auto code, place.text(u"department"_s));
    const auto found = clinic.departments.find(code);
    return found == clinic.departments.end() ? Result<Organization *>(place.wrong(u"department"_s))
                                             : &found->second;
}

Result<Account> readAccount(const JsonPlace &place,
                            const std::map<QString, QString> &titles,
                            DemoClinic &clinic)
{
    Account account;
    TRY(account.loginName, place.text(u"account"_s));
    TRY(const auto name, place.localText(u"name"_s));
    account.name = name.zh;
    account.nameEn = name.en;
    TRY(const auto title, place.text(u"title"_s));
    if (const auto known = titles.find(title); known != titles.end())
        account.title = known->second;
    TRY(const auto role, place.text(u"role"_s));
    account.roles = {role};
    TRY(const auto *department, departmentAt(place, clinic));
    account.department = department->id;
    return account;
}

/// All have the same password, and so the same verifier: five times 80 ms are not worth it for a
/// demonstration.
Result<void> readAccounts(const JsonPlace &root, const DemoMaker &maker, DemoClinic &clinic)
{
    TRY(const auto password, root.text(u"demoPassword"_s));
    TRY(const auto verifier, security::hashPassword(password));
    TRY(const auto titles, readTitles(root));
    TRY(const auto places, root.list(u"practitioners"_s));
    for (const auto &place : places) {
        TRY(auto account, readAccount(place, titles, clinic));
        account.id = maker.newId<Account>();
        account.passwordHash = verifier;
        account.passwordChangedAt = maker.clock->now(); // a demonstration asks nobody to renew it
        clinic.accounts.insert({account.loginName, account});
    }
    return ok();
}

/// The element of the array `key` whose `code` is `code`.
Result<JsonPlace> coded(const JsonPlace &root, const QString &key, const QString &code)
{
    TRY(const auto places, root.list(key));
    for (const auto &place : places) {
        if (place.json()[u"code"_s].toString() == code)
            return place;
    }
    return root.wrong(u"%1 %2"_s.arg(key, code));
}

/// The department's usual room and fee follow from who works there.
Result<void> equipDepartment(const JsonPlace &root, const JsonPlace &schedule, Organization &department)
{
    TRY(const auto roomCode, schedule.text(u"room"_s));
    TRY(const auto roomPlace, coded(root, u"rooms"_s, roomCode));
    TRY(const auto room, roomPlace.localText(u"name"_s));
    TRY(const auto feeCode, schedule.text(u"fee"_s));
    TRY(const auto feePlace, coded(root, u"registrationFees"_s, feeCode));
    TRY(const auto fen, feePlace.integer(u"amountFen"_s));
    department.room = room.zh;
    department.registrationFee = Money{fen};
    return ok();
}

/// One physician's half-hours on one day.
Result<void> addDay(const JsonPlace &schedule,
                    Slot slot,
                    Date day,
                    const DemoMaker &maker,
                    DemoClinic &clinic)
{
    TRY(const auto sessions, schedule.list(u"sessions"_s));
    TRY(const auto minutes, schedule.integer(u"slotMinutes"_s));
    for (const auto &session : sessions) {
        TRY(const auto startTime, session.text(u"start"_s));
        TRY(const auto endTime, session.text(u"end"_s));
        TRY(const auto start, localInstant(startTime, day, maker.clock->zone()));
        TRY(const auto end, localInstant(endTime, day, maker.clock->zone()));
        for (auto at = start; at < end; at = slot.end) {
            slot.id = maker.newId<Slot>();
            slot.start = at;
            slot.end = at.plusSeconds(minutes * 60);
            clinic.slots.push_back(slot);
        }
    }
    return ok();
}

bool isWeekday(const JsonPlace &schedule, Date day)
{
    const auto &weekdays = schedule.json()[u"weekdays"_s].array();
    return weekdays.contains(Json(day.day.dayOfWeek()));
}

Result<void> readSchedule(const JsonPlace &root,
                          const JsonPlace &schedule,
                          const DemoMaker &maker,
                          DemoClinic &clinic)
{
    TRY(auto *department, departmentAt(schedule, clinic));
    TRY_VOID(equipDepartment(root, schedule, *department));
    TRY(const auto loginName, schedule.text(u"practitioner"_s));
    if (!clinic.accounts.contains(loginName))
        return schedule.wrong(u"practitioner"_s);
    Slot slot;
    slot.department = department->id;
    slot.practitioner = clinic.accounts.at(loginName).id;
    TRY(slot.capacity, schedule.integer(u"capacity"_s));
    for (int days = 0; days < kDaysOfSlots; ++days) {
        const auto day = maker.clock->today().plusDays(days);
        if (isWeekday(schedule, day)) {
            TRY_VOID(addDay(schedule, slot, day, maker, clinic));
        }
    }
    return ok();
}

} // namespace

Result<Instant> localInstant(const QString &time, Date day, const QTimeZone &zone)
{
    const QDateTime local(day.day, QTime::fromString(time, u"HH:mm"_s), zone);
    if (!local.isValid() || !local.time().isValid())
        return Error{ErrorKind::Invalid, u"resources.shape"_s, time};
    return Instant{local.toMSecsSinceEpoch() * 1000};
}

Result<DemoClinic> readDemoClinic(const DemoMaker &maker)
{
    const auto file = u"clinic.json"_s;
    TRY(const auto json, readJsonResource(maker.folder, file));
    const JsonPlace root(json, file);
    DemoClinic clinic;
    TRY_VOID(readDepartments(root, maker, clinic));
    TRY_VOID(readAccounts(root, maker, clinic));
    TRY(const auto schedules, root.list(u"schedules"_s));
    for (const auto &schedule : schedules) {
        TRY_VOID(readSchedule(root, schedule, maker, clinic));
    }
    return clinic;
}

Result<std::vector<administration::Setting>> readDemoSettings(const DemoMaker &maker)
{
    const auto file = u"clinic.json"_s;
    TRY(const auto json, readJsonResource(maker.folder, file));
    const auto hospital = JsonPlace(json, file).member(u"organisation"_s);
    TRY(const auto name, hospital.localText(u"name"_s));
    TRY(const auto code, hospital.text(u"code"_s));
    std::vector<administration::Setting> settings;
    for (const auto &[key, value] :
         {std::pair(u"hospital.name"_s, name.zh), std::pair(u"hospital.code"_s, code)}) {
        administration::Setting setting;
        setting.id = maker.newId<administration::Setting>();
        setting.key = key;
        setting.value = value;
        settings.push_back(std::move(setting));
    }
    return settings;
}

} // namespace simiao::bootstrap
