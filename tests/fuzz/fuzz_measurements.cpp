// Measurements as they are kept between two starts: what can be read is written back the same.
#include "fuzz/fuzz_input.h"
#include "imaging/measure/measurement_json.h"

using namespace simiao;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    test::FuzzInput input(data, size);
    const auto text = QString::fromUtf8(input.rest());
    const auto read = imaging::measurementsFromText(text);
    if (read) {
        const auto again = imaging::measurementsFromText(imaging::toText(*read));
        test::mustHold(again && *again == *read, "what was written is what was read");
    } else {
        test::mustHold(!read.error().code.isEmpty(), "a refusal has a reason");
    }
    return 0;
}
