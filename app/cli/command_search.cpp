#include "cli/cli_session.h"
#include "cli/command_table.h"
#include "workflow/ports/queries.h"

namespace simiao::cli {

using namespace Qt::StringLiterals;
using administration::Patient;

namespace {

constexpr int kUsualCount = 20;

/// 110***********1234
QString masked(const QString &number, int head, int tail)
{
    if (number.size() <= head + tail)
        return QString(number.size(), u'*');
    return number.left(head) + QString(number.size() - head - tail, u'*') + number.right(tail);
}

Json jsonOf(const Patient &patient)
{
    return Json(Json::Object{{u"mrn"_s, patient.mrn},
                             {u"name"_s, patient.name},
                             {u"gender"_s, codeOf(patient.gender)},
                             {u"birthDate"_s, patient.birthDate.toIso()},
                             {u"identityNumber"_s, masked(patient.identityNumber, 3, 4)},
                             {u"phone"_s, masked(patient.phone, 3, 4)}});
}

Task<Result<std::vector<Patient>>> findPatients(workflow::Context context, QString text, int limit)
{
    auto authorising = workflow::authorise(context, u"patient.read"_s);
    CO_TRY_VOID(co_await authorising);
    auto finding = workflow::find(context.store, workflow::query::patientSearch, text, limit);
    CO_TRY(const auto found, co_await finding);
    auto recording = context.store->commit(
        context.begin(context.newCommand(), u"patient.search"_s, {}, u"found=%1"_s.arg(found.size())));
    CO_TRY_VOID(co_await recording);
    co_return found;
}

Task<int> search(Call call)
{
    auto signingIn = signIn(call);
    const auto seat = co_await signingIn;
    if (!seat)
        co_return call.fail(seat.error());
    const int limit = call.invocation.limit > 0 ? call.invocation.limit : kUsualCount;
    auto finding = findPatients(seat->context, call.invocation.arguments.first(), limit);
    const auto found = co_await finding;
    if (!found)
        co_return call.fail(found.error());
    Json patients{Json::Array{}};
    for (const auto &patient : *found)
        patients.append(jsonOf(patient));
    call.print(Json(Json::Object{{u"ok"_s, true}, {u"patients"_s, patients}}));
    co_return Good;
}

} // namespace

Commands searchCommands()
{
    return {{u"search"_s, u"TEXT"_s, u"Patients by name, pinyin, number or end of the phone (--limit)."_s,
             search, 1}};
}

} // namespace simiao::cli
