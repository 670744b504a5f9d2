#include "workflow/consultation/read_signature.h"

#include "workflow/consultation/note_in_force.h"
#include "workflow/ports/queries.h"

namespace simiao::workflow {

Task<Result<std::optional<Signature>>> readSignature(Context context,
                                                     Id<administration::Patient> patient,
                                                     Id<administration::Encounter> visit)
{
    auto authorising = authorise(context, QStringLiteral("patient.read"));
    CO_TRY_VOID(co_await authorising);
    auto finding = find(context.store, query::compositionsOfPatient, patient);
    CO_TRY(const auto notes, co_await finding);
    const auto *note = noteInForce(notes, visit);
    if (!note)
        co_return Result<std::optional<Signature>>(std::nullopt);
    const Instant signedAt = *note->signedAt;
    auto loading = load(context.store, note->author);
    CO_TRY(const auto signer, co_await loading);
    const Signature signature{{signer.nameEn, signer.name}, signedAt};
    co_return Result<std::optional<Signature>>(signature);
}

} // namespace simiao::workflow
