#include "bootstrap/demo_hospital.h"
#include "bootstrap/json_place.h"
#include "bootstrap/resources.h"
#include "terminology/pinyin.h"

namespace simiao::bootstrap {

using namespace Qt::StringLiterals;
using medications::Lot;
using medications::Medication;

namespace {

Result<Quantity> readQuantity(const JsonPlace &place)
{
    Quantity quantity;
    TRY(quantity.value, place.decimal(u"value"_s));
    TRY(quantity.unit, place.text(u"unit"_s));
    return quantity;
}

Result<void> readNames(const JsonPlace &place, Medication &drug)
{
    TRY(drug.code, place.text(u"code"_s));
    TRY(drug.name, place.text(u"name"_s));
    TRY(drug.nameEn, place.text(u"nameEn"_s));
    TRY(drug.aliases, place.texts(u"aliases"_s));
    TRY(drug.atc, place.optionalText(u"atc"_s));
    TRY(const auto form, place.localText(u"form"_s));
    drug.form = form.zh;
    const auto keys = terminology::pinyinOf(drug.name);
    drug.nameInitials = keys.initials;
    drug.namePinyin = keys.full;
    return ok();
}

Result<void> readPack(const JsonPlace &place, Medication &drug)
{
    TRY(drug.strength, readQuantity(place.member(u"strength"_s)));
    if (!place.isNull(u"content"_s)) {
        TRY(drug.content, readQuantity(place.member(u"content"_s)));
    }
    TRY(drug.smallestUnit, place.text(u"smallestUnit"_s));
    const auto pack = place.member(u"pack"_s);
    TRY(drug.packQuantity, pack.integer(u"quantity"_s));
    TRY(drug.packUnit, pack.text(u"unit"_s));
    TRY(const auto fen, place.integer(u"pricePackFen"_s));
    drug.packPrice = Money{fen};
    return ok();
}

Result<void> readRules(const JsonPlace &place, Medication &drug)
{
    TRY(drug.allergyClasses, place.texts(u"allergyClasses"_s));
    TRY(drug.prescriptionClass, place.code<medications::PrescriptionClass>(u"prescriptionClass"_s));
    TRY(drug.antibioticGrade, place.optionalText(u"antibioticGrade"_s));
    return ok();
}

Result<void> readDefaults(const JsonPlace &place, Medication &drug)
{
    TRY(drug.defaultDose, readQuantity(place.member(u"defaultDose"_s)));
    TRY(drug.defaultRoute, place.text(u"defaultRoute"_s));
    TRY(drug.defaultFrequency, place.text(u"defaultFrequency"_s));
    TRY(drug.defaultDays, place.integer(u"defaultDays"_s));
    return ok();
}

Result<Medication> readMedication(const JsonPlace &place, const DemoMaker &maker)
{
    Medication drug;
    drug.id = maker.newId<Medication>();
    TRY_VOID(readNames(place, drug));
    TRY_VOID(readPack(place, drug));
    TRY_VOID(readRules(place, drug));
    TRY_VOID(readDefaults(place, drug));
    return drug;
}

Result<std::vector<Medication>> readMedications(const DemoMaker &maker)
{
    const auto file = u"medications.json"_s;
    TRY(const auto json, readJsonResource(maker.folder, file));
    return readList<Medication>(JsonPlace(json, file), u"medications"_s,
                                [&](const JsonPlace &place) { return readMedication(place, maker); });
}

using MedicationIds = std::map<QString, Id<Medication>>;

Result<std::vector<Lot>> readLotsOf(const JsonPlace &place, const MedicationIds &ids, const DemoMaker &maker)
{
    TRY(const auto code, place.text(u"medication"_s));
    const auto drug = ids.find(code);
    if (drug == ids.end())
        return place.wrong(u"medication"_s);
    return readList<Lot>(place, u"lots"_s, [&](const JsonPlace &item) -> Result<Lot> {
        Lot lot;
        lot.id = maker.newId<Lot>();
        lot.medication = drug->second;
        TRY(lot.lotNumber, item.text(u"number"_s));
        TRY(const auto days, item.integer(u"expiresInDays"_s));
        lot.expiry = maker.clock->today().plusDays(days);
        TRY(lot.onHand, item.integer(u"quantity"_s));
        return lot;
    });
}

Result<std::vector<Lot>> readStock(const DemoMaker &maker, const MedicationIds &ids)
{
    const auto file = u"stock.json"_s;
    TRY(const auto json, readJsonResource(maker.folder, file));
    TRY(const auto places, JsonPlace(json, file).list(u"stock"_s));
    std::vector<Lot> stock;
    for (const auto &place : places) {
        TRY(const auto lots, readLotsOf(place, ids, maker));
        stock.insert(stock.end(), lots.begin(), lots.end());
    }
    return stock;
}

} // namespace

Result<DemoPharmacy> readDemoPharmacy(const DemoMaker &maker)
{
    DemoPharmacy pharmacy;
    TRY(pharmacy.medications, readMedications(maker));
    MedicationIds ids;
    for (const auto &drug : pharmacy.medications)
        ids.insert({drug.code, drug.id});
    TRY(pharmacy.lots, readStock(maker, ids));
    return pharmacy;
}

} // namespace simiao::bootstrap
