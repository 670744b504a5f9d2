#include "workflow/administration/hospital_details.h"

namespace simiao::workflow {

using namespace Qt::StringLiterals;

HospitalDetails hospitalOf(const Settings &settings)
{
    return {settings.text(u"hospital.name"_s), settings.text(u"hospital.short-name"_s),
            settings.text(u"hospital.code"_s), settings.text(u"hospital.address"_s),
            settings.text(u"hospital.phone"_s)};
}

Task<Result<void>> storeHospital(Context context,
                                 Uuid command,
                                 SettingCatalogue catalogue,
                                 HospitalDetails details)
{
    const std::map<QString, QString> values{{u"hospital.name"_s, details.name.trimmed()},
                                            {u"hospital.short-name"_s, details.shortName.trimmed()},
                                            {u"hospital.code"_s, details.code.trimmed()},
                                            {u"hospital.address"_s, details.address.trimmed()},
                                            {u"hospital.phone"_s, details.phone.trimmed()}};
    if (values.at(u"hospital.name"_s).isEmpty())
        co_return Error{ErrorKind::Invalid, u"hospital.name-missing"_s};
    auto storing = changeHospitalSettings(context, command, catalogue, values);
    co_return co_await storing;
}

} // namespace simiao::workflow
