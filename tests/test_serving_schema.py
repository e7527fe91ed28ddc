"""The API keeps what its description promises, whatever is sent: requests made from the description itself."""

from collections.abc import Iterator

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.specs.openapi.checks import positive_data_acceptance
from schemathesis.specs.openapi.schemas import OpenApiSchema

from rag import AnswerSettings, choose_model
from serving.api import build_api
from serving.service import open_service
from tests.news import news_archive

EXAMPLES = settings(
    max_examples=40, deadline=None, derandomize=True, phases=[Phase.explicit, Phase.generate], suppress_health_check=list(HealthCheck)
)


@pytest.fixture(scope="module")
def described(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenApiSchema]:
    with news_archive(tmp_path_factory.mktemp("schema")) as archive:
        api = build_api(open_service(archive, choose_model(AnswerSettings(model="none"))))
        # what is sent to /ingest could be an address
        yield schemathesis.openapi.from_asgi("/openapi.json", api).exclude(path="/ingest")


def test_every_reply_is_one_that_the_description_names(described: OpenApiSchema) -> None:
    operations = [result.ok() for result in described.get_all_operations()]
    assert len(operations) == 10
    for operation in operations:

        @EXAMPLES
        @given(case=operation.as_strategy())
        def holds(case: schemathesis.Case) -> None:
            # that a question is not blank, and a day one of the calendar, no schema says
            case.call_and_validate(excluded_checks=[positive_data_acceptance])

        holds()
