#include "workflow/exchange/read_departments.h"

#include "core/try.h"
#include "workflow/exchange/row_keys.h"

namespace simiao::workflow {

using namespace Qt::StringLiterals;
using administration::Organization;

namespace {

Result<Organization> readDepartment(const CsvRecord &record,
                                    const std::map<QString, const Organization *> &known,
                                    SeenKeys &seen)
{
    TRY(const auto code, record.code(u"code"_s));
    TRY_VOID(seen.add(code, record));
    const auto *before = at(known, code);
    Organization department = before ? *before : Organization();
    department.code = code;
    TRY(department.name, record.required(u"name"_s));
    department.nameEn = record.text(u"name_en"_s);
    department.room = record.text(u"room"_s);
    TRY(department.registrationFee, record.price(u"registration_fee"_s));
    return department;
}

} // namespace

QStringList departmentColumns()
{
    return {u"code"_s, u"name"_s, u"name_en"_s, u"room"_s, u"registration_fee"_s};
}

Reading<Organization> readDepartments(const CsvTable &table,
                                      const std::vector<Organization> &known,
                                      const ImportWatch &watch)
{
    const auto byCode = byKey(known, &Organization::code);
    SeenKeys seen;
    return readRows<Organization>(
        table, [&](const CsvRecord &record) { return readDepartment(record, byCode, seen); }, watch);
}

} // namespace simiao::workflow
