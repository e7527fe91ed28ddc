"""deploy/ is what Compose and Kubernetes read, and what Newsdesk understands. (No engine of containers runs in a test.)"""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import pytest
import yaml

from cli import main
from ingest.settings import WebSettings
from rag import AnswerSettings
from serving import ServingSettings
from serving.access import SESSION_COOKIE
from serving.readers import COOKIE
from vectorstore import ArchiveSettings

ROOT = Path(__file__).parent.parent
DEPLOY = ROOT / "deploy"
SETTINGS = {
    f"NEWS_{name.upper()}" for each in (ArchiveSettings, WebSettings, AnswerSettings, ServingSettings) for name in each.model_fields
}
# what the API of Kubernetes 1.29 and later calls them
KINDS = {
    "v1": {"Namespace", "ConfigMap", "Service"},
    "apps/v1": {"Deployment", "StatefulSet"},
    "networking.k8s.io/v1": {"NetworkPolicy"},
}
SPEC_KEYS = {
    "Service": {"clusterIP", "selector", "ports", "sessionAffinity"},
    "Deployment": {"replicas", "selector", "template", "strategy"},
    "StatefulSet": {"serviceName", "replicas", "selector", "template", "volumeClaimTemplates"},
    "NetworkPolicy": {"podSelector", "policyTypes", "ingress"},
}
CONTAINER_KEYS = {
    "name", "image", "args", "ports", "env", "envFrom", "startupProbe", "readinessProbe", "livenessProbe", "resources",
    "securityContext", "volumeMounts",
}  # fmt: skip
SERVICE_KEYS = {
    "image", "build", "environment", "volumes", "networks", "depends_on", "read_only", "tmpfs", "cap_drop", "security_opt",
    "restart", "deploy", "command", "healthcheck", "configs", "ports", "extends", "shm_size",
}  # fmt: skip


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((DEPLOY / "compose.yaml").read_text())
    return loaded


@pytest.fixture(scope="module")
def ray() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((DEPLOY / "ray.yaml").read_text())
    return loaded


@pytest.fixture(scope="module")
def objects() -> list[dict[str, Any]]:
    return list(yaml.safe_load_all((DEPLOY / "kubernetes.yaml").read_text()))


def of_kind(objects: list[dict[str, Any]], *kinds: str) -> list[dict[str, Any]]:
    return [each for each in objects if each["kind"] in kinds]


def containers(objects: list[dict[str, Any]]) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Each container with the object that runs it."""
    for workload in of_kind(objects, "Deployment", "StatefulSet"):
        for container in workload["spec"]["template"]["spec"]["containers"]:
            yield workload, container


def is_command(words: list[str]) -> bool:
    """Whether `newsdesk …` has such a command, with such options."""
    assert words[0] == "newsdesk"
    command: click.Command = main
    context = click.Context(main)
    at = 1
    while isinstance(command, click.Group):
        found = command.get_command(context, words[at])
        assert found is not None, words
        command, at = found, at + 1
    command.make_context(words[at - 1], list(words[at:]), resilient_parsing=True)
    known = {option for parameter in command.params for option in parameter.opts}
    return all(word in known for word in words[at:] if word.startswith("-"))


def test_what_a_compose_service_names_is_declared(compose: dict[str, Any]) -> None:
    assert set(compose) == {"name", "x-newsdesk", "services", "networks", "volumes", "configs"}
    for name, service in compose["services"].items():
        assert set(service) <= SERVICE_KEYS, name
        assert set(service["networks"]) <= compose["networks"].keys()
        assert {volume.split(":")[0] for volume in service.get("volumes", [])} <= compose["volumes"].keys()
        assert set(service.get("depends_on", [])) <= compose["services"].keys()
        assert {config["source"] for config in service.get("configs", [])} <= compose["configs"].keys()


def test_two_apps_run_and_no_server_is_open_to_others(compose: dict[str, Any]) -> None:
    services = compose["services"]
    assert services["app"]["deploy"]["replicas"] == 2
    assert compose["networks"]["inside"]["internal"] is True
    for name in ("postgres", "chroma"):
        assert services[name]["networks"] == ["inside"] and "ports" not in services[name]
    assert all(port.startswith("127.0.0.1:") for port in services["proxy"]["ports"])


def test_the_proxy_knows_readers_by_their_cookies_and_programs_by_their_keys(compose: dict[str, Any]) -> None:
    (pattern,) = re.findall(r'"~(.+)" \$\$token;', compose["configs"]["nginx"]["content"])
    found = re.compile(pattern.replace("?<token>", "?P<token>"))
    for name in (SESSION_COOKIE, COOKIE):
        match = found.search(f"theme=dark; {name}=abc.def-1; other=2")
        assert match is not None and match["token"] == "abc.def-1"
    assert "$$http_authorization" in compose["configs"]["nginx"]["content"]
    assert re.findall(r"hash .*;", compose["configs"]["nginx"]["content"]) == ["hash $$reader;"]


def test_machines_of_ray_are_added_to_the_services_and_know_each_other_by_a_token(compose: dict[str, Any], ray: dict[str, Any]) -> None:
    assert set(ray) == {"x-ray", "x-token", "services"}
    head, worker = ray["services"]["ray-head"], ray["services"]["ray-worker"]
    for service in (head, worker):
        assert set(service) <= SERVICE_KEYS and "ports" not in service
        assert service["extends"]["service"] in compose["services"] and (DEPLOY / service["extends"]["file"]).exists()
        assert service["environment"]["RAY_AUTH_MODE"] == "token" and "RAY_AUTH_TOKEN:?" in service["environment"]["RAY_AUTH_TOKEN"]
        assert service["image"].partition(":")[2] == compose["services"]["follow"]["image"].partition(":")[2]
        assert is_ray_start(service["command"])
    assert "--address=ray-head:6379" in worker["command"] and {"--head", "--port=6379", "--num-cpus=0"} <= set(head["command"])
    assert set(worker["depends_on"]) <= ray["services"].keys()
    assert is_command(["newsdesk", "ingest", "--engine", "ray", "--ray-address", "ray-head:6379", "samples"])


def is_ray_start(words: list[str]) -> bool:
    """Whether `ray start` knows these options."""
    from ray.scripts.scripts import start

    assert words[:2] == ["ray", "start"]
    known = {option for parameter in start.params for option in (*parameter.opts, *parameter.secondary_opts)}
    return all(word.partition("=")[0] in known for word in words[2:])


def test_every_variable_is_a_setting_and_every_command_there_is(compose: dict[str, Any], objects: list[dict[str, Any]]) -> None:
    variables = {name for each in ("app", "follow") for name in compose["services"][each]["environment"]}
    for each in of_kind(objects, "ConfigMap"):
        variables |= each["data"].keys()
    variables |= {variable["name"] for _, container in containers(objects) for variable in container.get("env", [])}
    dockerfile = (DEPLOY / "Dockerfile").read_text()
    variables |= set(re.findall(r"NEWS_[A-Z_]+(?==)", dockerfile))
    assert {name for name in variables if name.startswith("NEWS_")} <= SETTINGS
    assert is_command(compose["services"]["follow"]["command"])
    assert all(is_command(container["args"]) for _, container in containers(objects) if "newsdesk" in container["image"])
    assert 'CMD ["newsdesk", "serve"]' in dockerfile and is_command(["newsdesk", "serve"])


def test_the_image_has_all_that_the_wheel_has(ray: dict[str, Any]) -> None:
    dockerfile = (DEPLOY / "Dockerfile").read_text()
    copied = {word.rstrip("/") for line in re.findall(r"^COPY (.+) \S+$", dockerfile, re.MULTILINE) for word in line.split()}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    wheel = {path.strip("/") for path in project["tool"]["hatch"]["build"]["targets"]["wheel"]["include"]}
    assert wheel | {"pyproject.toml", "uv.lock", "README.md", "LICENSE", "samples"} == copied
    extras = (re.findall(r"for extra in ([a-z ]+)\$EXTRAS;", dockerfile)[0] + ray["x-ray"]["build"]["args"]["EXTRAS"]).split()
    assert {"postgres", "ray"} < set(extras) and set(extras) <= project["project"]["optional-dependencies"].keys()
    assert f"image: newsdesk:{project['project']['version']}" in (DEPLOY / "compose.yaml").read_text()


def test_every_image_has_a_version(compose: dict[str, Any], objects: list[dict[str, Any]]) -> None:
    images = {service["image"] for service in compose["services"].values()} | {container["image"] for _, container in containers(objects)}
    assert all(re.search(r":\d[\w.-]*$", image) for image in images)


def test_each_kubernetes_object_is_of_a_kind_there_is_and_named(objects: list[dict[str, Any]]) -> None:
    names = [(each["kind"], each["metadata"]["name"]) for each in objects]
    assert len(names) == len(set(names))
    for each in objects:
        assert each["kind"] in KINDS[each["apiVersion"]]
        assert re.fullmatch(r"[a-z0-9-]{1,63}", each["metadata"]["name"])
        assert each["kind"] == "Namespace" or each["metadata"]["namespace"] == "newsdesk"
        assert set(each.get("spec", {})) <= SPEC_KEYS.get(each["kind"], set())


def test_selectors_find_their_pods_and_ports_their_containers(objects: list[dict[str, Any]]) -> None:
    pods = {each["metadata"]["name"]: each["spec"]["template"] for each in of_kind(objects, "Deployment", "StatefulSet")}
    for each in of_kind(objects, "Deployment", "StatefulSet"):
        assert each["spec"]["selector"]["matchLabels"].items() <= each["spec"]["template"]["metadata"]["labels"].items()
    for service in of_kind(objects, "Service"):
        (pod,) = [pod for pod in pods.values() if service["spec"]["selector"].items() <= pod["metadata"]["labels"].items()]
        ports = {port["name"] for container in pod["spec"]["containers"] for port in container["ports"]}
        assert {port["targetPort"] for port in service["spec"]["ports"]} <= ports
    policies = {each["metadata"]["name"]: each["spec"] for each in of_kind(objects, "NetworkPolicy")}
    allowed = {name: spec["ingress"][0]["from"][0]["podSelector"]["matchLabels"] for name, spec in policies.items()}
    assert {name: spec["podSelector"]["matchLabels"] for name, spec in policies.items()} == {
        each: {"app": each} for each in ("chroma", "app")
    }
    let_in = {name for name, pod in pods.items() if allowed["chroma"].items() <= pod["metadata"]["labels"].items()}
    # whoever reaches an app is taken for whom a header names: none but the proxy, which is not of these files
    assert let_in == {"app", "follow"} and allowed["app"] == {"app": "sign-in"}


def test_containers_mount_what_is_there_and_probe_their_own_ports(objects: list[dict[str, Any]]) -> None:
    for workload, container in containers(objects):
        assert set(container) <= CONTAINER_KEYS
        volumes = {volume["name"] for volume in workload["spec"]["template"]["spec"].get("volumes", [])}
        volumes |= {claim["metadata"]["name"] for claim in workload["spec"].get("volumeClaimTemplates", [])}
        assert {mount["name"] for mount in container["volumeMounts"]} <= volumes
        ports = {port["name"] for port in container.get("ports", [])}
        probes = [container[name] for name in ("startupProbe", "readinessProbe", "livenessProbe") if name in container]
        assert {probe["httpGet"]["port"] for probe in probes if "httpGet" in probe} <= ports
        if "newsdesk" in container["image"]:
            assert container["securityContext"]["readOnlyRootFilesystem"] and "memory" in container["resources"]["limits"]


def test_no_secret_stands_in_the_files() -> None:
    for file in DEPLOY.iterdir():
        text = file.read_text()
        assert not re.search(r"(?i)password:\s*[\"']?[a-z0-9]{4,}", text), file.name
        for url in re.findall(r"postgresql://\S+", text):
            assert "${POSTGRES_PASSWORD" in url
